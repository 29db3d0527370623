import { inFull } from './short-book.ts';

export const spanish = inFull({
  mobile: [
    '{brand} llevo {hours} horas sin cobertura en {place}. ¿Alguien puede decirme qué pasa?',
    'Me habéis cobrado {money} dos veces este mes {brand}. Quiero que me lo devolváis ya.',
    '{brand} el router se cae cada diez minutos, así no hay quien trabaje 😡',
    'He llamado tres veces y me han colgado tres veces. Referencia {ref}. {brand}',
    'La aplicación no me deja entrar desde el {lunes|martes|domingo}. {phonemodel}. {brand}',
  ],
  rail: [
    'El tren de las {train} a {place} otra vez cancelado {brand}. Así no se puede vivir.',
    '{brand} llevamos {hours} horas parados antes de {place} y nadie dice nada',
    'Pagué {money} por un asiento reservado y no existe el vagón {brand}',
  ],
  question: [
    '{brand} ¿mi tarifa funciona en {España|México|Portugal}?',
    'Hola {brand}, ¿cómo pido un duplicado?',
    '¿Hay alguien que atienda en español {brand}? 🙏',
  ],
  railQuestion: [
    '{brand} ¿el tren de las {train} a {place} sale hoy?',
    '¿Puedo llevar la bici en el {train} {brand}?',
  ],
  praise: [
    'Gracias {brand}, la chica de la tienda de {place} fue un encanto 🥰',
    'Todo resuelto en cinco minutos, así sí {brand} 👏',
  ],
  chimeIn: [
    'Igual yo, en {place} {brand}',
    'A mí también me pasa {brand}',
    'Reinicia, a mí me funcionó. {brand}',
  ],
  nudge: ['¿Hola? {brand}', '{brand} sigo esperando…'],
  outage: ['¿Se ha caído {brand} en {city}?', 'Sin señal en todo {city} {brand}'],
  directOpening: [
    'Hola, prefiero escribir por aquí. Me llega una factura de {money} que no es mía, ref {ref}.',
  ],
  thanks: ['Muchas gracias {brand} 😊', 'Perfecto, gracias {brand}', 'Ya funciona, gracias {brand}'],
  stillBroken: ['{brand} sigue sin funcionar', 'Lo he probado y nada {brand}'],
  detail: ['Código postal {postcode}, {phonemodel} {brand}', 'La referencia es {ref} {brand}'],
  grumble: ['Siempre lo mismo {brand}', 'Con un “lo sentimos” no hago nada {brand}'],
  goesDirect: ['Os he escrito por privado {brand}'],
  directDetail: ['Hola, soy yo otra vez: {ref}, {postcode}. ¿Qué más necesitáis?'],
  phoneGiven: ['Mi número es {phone}, mejor por la tarde'],
});

export const german = inFull({
  mobile: [
    '{brand} seit {hours} Stunden kein Netz in {place}. Was ist da los?',
    'Zum dritten Mal in der Warteschleife rausgeflogen. Vorgang {ref}. Das ist doch kein Service {brand}',
    '{brand} Ihr habt {money} doppelt abgebucht. Bitte umgehend zurück.',
    'Mein {phonemodel} zeigt seit dem Update nur noch „Kein Dienst“ {brand}',
    'Kündigung im {Mai|August} bestätigt, abgebucht wird weiter. Wie kann das sein {brand}?',
  ],
  rail: [
    'Der Zug um {train} nach {place} fällt aus, Ansage: keine. {brand}',
    '{brand} {hours} Stunden vor {place} auf freier Strecke, Heizung aus 🥶',
    'Reservierung für Wagen C, es gibt keinen Wagen C. {brand}',
  ],
  question: [
    '{brand} funktioniert Roaming in {Österreich|der Schweiz|Deutschland} ohne Aufpreis?',
    'Kann man bei {brand} die Rufnummer mitnehmen?',
    'Guten Tag {brand}, wo finde ich die Rechnung als PDF?',
  ],
  railQuestion: [
    '{brand} fährt der {train} nach {place} heute?',
    'Kann ich im Zug nach {place} ein Fahrrad mitnehmen {brand}?',
    'Auf welchem Gleis fährt der {train} ab {brand}?',
  ],
  praise: [
    'Großes Lob an die Dame am Telefon, freundlich und kompetent. {brand}',
    'Na also, geht doch {brand} 👍',
  ],
  chimeIn: ['Hier in {place} genauso {brand}', 'Bei mir läuft es wieder {brand}'],
  nudge: ['Hallo? Jemand da? {brand}', '{brand} ich warte immer noch.'],
  outage: ['Ganz {city} ohne Netz {brand}?', '{brand} Totalausfall in {city}, bitte um Info'],
  directOpening: ['Guten Tag, es geht um eine Adressänderung nach einem Todesfall. Kundennummer {ref}.'],
  thanks: [
    'Danke {brand}, hat geklappt!',
    'Vielen Dank für die schnelle Antwort {brand}',
    'Super, danke {brand}',
  ],
  stillBroken: ['{brand} leider immer noch nichts.', 'Habe ich alles schon gemacht, ohne Erfolg {brand}'],
  detail: ['{postcode}, {phonemodel}, seit heute früh {brand}', 'Vorgangsnummer {ref} {brand}'],
  grumble: ['Textbaustein, oder? {brand}', 'Von Entschuldigungen habe ich kein Netz {brand}'],
  goesDirect: ['Nachricht ist raus {brand}'],
  directDetail: ['Hier die Daten: {ref}, PLZ {postcode}. Geburtsdatum gern am Telefon.'],
  phoneGiven: ['Sie erreichen mich unter {phone}, ab 17 Uhr'],
});

export const french = inFull({
  mobile: [
    '{brand} plus de réseau à {place} depuis {hours} heures, c’est une blague ?',
    'Prélevé deux fois {money} ce mois-ci. J’attends un remboursement {brand}',
    '{brand} votre chat m’a souhaité « une journée étincelante » sans rien résoudre 🙃',
  ],
  rail: [
    'Le {train} pour {place} supprimé, sans explication {brand}',
    '{brand} bloqués avant {place} depuis {hours} heures, avec des enfants',
  ],
  question: [
    '{brand} est-ce que l’itinérance marche en {France|Belgique} ?',
    'Bonjour {brand}, comment récupérer un code PUK ?',
  ],
  railQuestion: [
    '{brand} le {train} pour {place} circule aujourd’hui ?',
    'Mon billet est-il valable dans le train suivant {brand} ?',
  ],
  praise: ['Merci à l’équipe de {place}, accueil parfait {brand} 💙'],
  chimeIn: ['Pareil à {place} {brand}', 'Chez moi c’est revenu {brand}'],
  nudge: ['Toujours personne ? {brand}'],
  outage: ['Panne générale à {city} ? {brand}'],
  directOpening: [
    'Bonjour, je préfère vous écrire en privé : facture {ref}, montant {money}, je ne comprends pas.',
  ],
  thanks: ['Merci beaucoup {brand} !', 'C’est réglé, merci {brand} 🙏'],
  stillBroken: ['Toujours rien {brand}', '{brand} j’ai redémarré, ça ne change rien'],
  detail: ['{postcode}, {phonemodel} {brand}', 'Référence {ref} {brand}'],
  grumble: ['Encore une réponse toute faite {brand}'],
  goesDirect: ['Je vous ai écrit en MP {brand}'],
  directDetail: ['C’est moi : {ref}, {postcode}.'],
  phoneGiven: ['Vous pouvez m’appeler au {phone} avant 18 h'],
});

export const polish = inFull({
  mobile: [
    '{brand} od {hours} godzin brak zasięgu w {place}. Co się dzieje?',
    'Pobraliście {money} dwa razy! Proszę o zwrot {brand}',
    'Trzeci raz tłumaczę to samo, zgłoszenie {ref}. Czy ktoś to w ogóle czyta {brand}?',
    '{brand} internet pada co wieczór, nie da się pracować 😤',
  ],
  rail: [
    'Pociąg {train} do {place} znowu odwołany, zero informacji {brand}',
    '{brand} stoimy przed {place} już {hours} godziny, dzieci głodne',
  ],
  question: [
    '{brand} czy roaming w Polsce jest w cenie?',
    'Dzień dobry {brand}, jak przenieść numer?',
    'Czy w salonie w {place} ktoś mówi po polsku {brand}?',
  ],
  railQuestion: [
    '{brand} czy pociąg {train} do {place} dzisiaj jedzie?',
    'Zostawiłam plecak w pociągu {train}, gdzie dzwonić {brand}?',
  ],
  praise: [
    'Pani w salonie w {place} – złoto, nie człowiek. Dziękuję {brand} ❤️',
    'Wszystko załatwione od ręki, brawo {brand}',
  ],
  chimeIn: ['U mnie w {place} to samo {brand}', 'Już działa {brand}'],
  nudge: ['Halo? {brand}', 'Dalej czekam {brand}…'],
  outage: ['Padło wszystko w {city}? {brand}', '{brand} {city} bez zasięgu, żadnych połączeń'],
  directOpening: [
    'Dzień dobry, wolę napisać prywatnie. Dostałam rachunek {money}, a umowa mówi co innego. Nr {ref}',
  ],
  thanks: ['Dziękuję bardzo {brand} 🙂', 'Działa, dzięki {brand}!'],
  stillBroken: ['{brand} nadal nie działa', 'Zrestartowałem, bez zmian {brand}'],
  detail: ['{postcode}, {phonemodel} {brand}', 'Numer zgłoszenia {ref} {brand}'],
  grumble: ['Przeprosiny nic mi nie dają {brand}'],
  goesDirect: ['Wysłałem wiadomość prywatną {brand}'],
  directDetail: ['To ja z posta: {ref}, kod {postcode}. Co jeszcze podać?'],
  phoneGiven: ['Mój numer {phone}, najlepiej po 16'],
});
