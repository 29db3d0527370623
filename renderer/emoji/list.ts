/**
 * What people write most, each with the words it is found by (Unicode's own name, and what an agent would call it). In the
 * order in which it is offered.
 */
export const emojiList: readonly string[] = `
😀 grinning happy smile, 😃 smiling open mouth happy smile, 😄 smiling open mouth smiling eyes happy smile
😁 grinning smiling eyes happy grin, 😆 smiling open mouth tightly closed eyes
😅 smiling open mouth cold sweat phew, 😂 tears joy lol laugh, 🙂 slightly smiling smile, 🙃 upside down, 😉 winking
😊 smiling smiling eyes happy blush thanks, 😇 smiling halo angel, 🥰 smiling smiling eyes three hearts love
😍 smiling heart shaped eyes love, 🤩 grinning star eyes wow, 😘 throwing kiss, 😋 savouring delicious food
😛 stuck out tongue, 😜 stuck out tongue winking eye, 🤪 grinning one large one small eye, 🤗 hugging hug
🤭 smiling smiling eyes hand covering mouth, 🤫 finger covering closed lips, 🤔 thinking hmm think, 🤐 zipper mouth
🤨 one eyebrow raised, 😐 neutral, 😑 expressionless, 😶 without mouth, 😏 smirking, 😒 unamused, 🙄 rolling eyes
😬 grimacing awkward, 😌 relieved, 😔 pensive sorry sad, 😪 sleepy, 😴 sleeping tired sleep, 😷 medical mask ill
🤒 thermometer ill, 🤕 head bandage, 🤢 nauseated, 🤧 sneezing, 🥵 overheated, 🥶 freezing, 🥴 uneven eyes wavy mouth
😵 dizzy, 🤯 shocked exploding head wow mind blown, 🤠 cowboy hat, 🥳 party horn party hat birthday
😎 smiling sunglasses cool, 🤓 nerd, 🧐 monocle, 😕 confused unsure, 😟 worried sorry, 🙁 slightly frowning
☹️ frowning, 😮 open mouth, 😯 hushed, 😲 astonished, 😳 flushed, 🥺 pleading eyes please, 😦 frowning open mouth
😧 anguished, 😨 fearful, 😰 open mouth cold sweat, 😥 disappointed but relieved, 😢 crying sad sorry
😭 loudly crying sad, 😱 screaming fear shock, 😖 confounded, 😣 persevering, 😞 disappointed sorry sad, 😓 cold sweat
😩 weary, 😫 tired, 🥱 yawning, 😤 look triumph, 😡 pouting angry, 😠 angry
🤬 serious symbols covering mouth swearing angry, 😈 smiling horns, 💀 skull, 💩 pile poo, 🤡 clown, 👻 ghost
👽 extraterrestrial alien, 🤖 robot, 🫠 melting, 🫡 saluting salute yes, 🥲 smiling tear, 🫣 peeking eye
🫢 open eyes hand over mouth, 🫤 diagonal mouth
❤️ heart love red, 🧡 orange heart, 💛 yellow heart, 💚 green heart, 💙 blue heart, 💜 purple heart, 🖤 heart, 🤍 heart
🤎 brown heart, 💔 broken heart sorry, ❣️ heart exclamation ornament, 💕 two hearts, 💞 revolving hearts
💓 beating heart, 💗 growing heart, 💖 sparkling heart, 💘 heart arrow, 💝 heart ribbon, 💯 hundred points full
💢 anger, 💥 collision, 💫 dizzy, 💦 splashing sweat, 💨 dash, 💬 speech balloon message chat, 💭 thought balloon
💤 sleeping, 🫶 heart hands love
👍 thumbs up yes ok good like, 👎 thumbs down no bad, 👌 ok hand fine, 🤌 pinched fingers, ✌️ victory hand
🤞 hand index middle fingers crossed, 🤟 i love you hand, 🤙 call me hand, 👈 left pointing backhand index
👉 right pointing backhand index here, 👆 up pointing backhand index above
👇 down pointing backhand index below here, ☝️ up pointing index, 👋 waving hand hello hi bye wave, ✋ raised hand
🖐️ raised hand fingers splayed, 🖖 raised hand part between middle ring fingers, 👊 fisted hand, ✊ raised fist
🤛 left facing fist, 🤜 right facing fist, 👏 clapping hands bravo well done
🙌 person raising both hands celebration hooray, 👐 open hands, 🤲 palms up together, 🤝 handshake deal shake
🙏 person folded hands thanks please pray sorry, ✍️ writing hand, 💪 flexed biceps strong, 🦾 mechanical arm
👀 eyes look looking, 👂 ear, 👃 nose, 🧠 brain, 🗣️ speaking head silhouette speak talk, 👤 bust silhouette
👥 busts silhouette, 🤷 shrug dunno no idea, 🤦 palm oh no, 🙋 happy person raising one hand
🙇 person bowing deeply sorry apology bow, 🙅 no good gesture, 🙆 ok gesture, 💁 information desk person
🫂 people hugging hug
👶 baby, 🧒 child, 👦 boy, 👧 girl, 🧑 adult, 👨 man, 👩 woman, 🧓 older adult, 👴 older man, 👵 older woman
👮 police officer, 👷 construction worker, 💂 guardsman, 🕵️ sleuth or spy, 👸 princess, 🤴 prince, 🎅 father christmas
🦸 superhero, 🏃 runner, 🚶 pedestrian, 💃 dancer, 🕺 man dancing, 🧘 person lotus position, 🛌 sleeping accommodation
👪 family
🐶 dog, 🐱 cat, 🐭 mouse, 🐹 hamster, 🐰 rabbit, 🦊 fox, 🐻 bear, 🐼 panda, 🐨 koala, 🐯 tiger, 🦁 lion, 🐮 cow, 🐷 pig
🐸 frog, 🐵 monkey, 🙈 see no evil monkey, 🙉 hear no evil monkey, 🙊 speak no evil monkey, 🐔 chicken, 🐧 penguin
🐦 bird, 🦆 duck, 🦅 eagle, 🦉 owl, 🐺 wolf, 🐴 horse, 🦄 unicorn, 🐝 honeybee, 🐛 bug, 🦋 butterfly, 🐌 snail
🐞 lady beetle, 🐢 turtle, 🐍 snake, 🐙 octopus, 🐠 tropical fish, 🐬 dolphin, 🐳 spouting whale, 🦈 shark, 🐘 elephant
🦒 giraffe, 🐕 dog, 🐈 cat, 🐾 paw prints, 🦔 hedgehog
🌵 cactus, 🎄 christmas tree, 🌲 evergreen tree, 🌳 deciduous tree, 🌴 palm tree, 🌱 seedling, 🌿 herb, ☘️ shamrock
🍀 four leaf clover, 🍁 maple leaf, 🍂 fallen leaf, 🍃 leaf fluttering wind, 🍄 mushroom, 🌹 rose, 🌷 tulip
🌸 cherry blossom, 🌼 blossom, 🌻 sunflower, 🌞 sun, 🌝 full moon, 🌙 crescent moon, ⭐ medium star, 🌟 glowing star
✨ sparkles new clean, ⚡ high voltage, ☄️ comet, 🔥 fire hot, 🌈 rainbow, ☀️ sun rays sunny, ⛅ sun behind cloud
☁️ cloud, 🌧️ cloud rain, ⛈️ thunder cloud rain, ❄️ snowflake snow cold, ⛄ snowman without snow, ☃️ snowman
💧 droplet, 🌊 water wave, 🌍 earth globe europe africa, 🌎 earth globe americas, 🌏 earth globe asia australia
🪐 ringed planet
🍏 green apple, 🍎 red apple, 🍐 pear, 🍊 tangerine, 🍋 lemon, 🍌 banana, 🍉 watermelon, 🍇 grapes, 🍓 strawberry
🍒 cherries, 🍑 peach, 🍍 pineapple, 🥑 avocado, 🍅 tomato, 🥕 carrot, 🌽 ear maize, 🌶️ hot pepper, 🥔 potato, 🍞 bread
🥐 croissant, 🧀 cheese wedge, 🥚 egg, 🍳 cooking, 🥓 bacon, 🍔 hamburger, 🍟 french fries, 🍕 slice pizza, 🌭 hot dog
🥪 sandwich, 🌮 taco, 🥗 green salad, 🍝 spaghetti, 🍜 steaming bowl, 🍣 sushi, 🍦 soft ice cream, 🍰 shortcake
🎂 birthday cake, 🧁 cupcake, 🍪 cookie, 🍫 chocolate bar, 🍬 candy, 🍭 lollipop, ☕ hot beverage coffee tea
🍵 teacup without handle, 🥤 cup straw, 🍺 beer mug, 🍻 clinking beer mugs, 🍷 wine glass, 🥂 clinking glasses
🍾 bottle popping cork, 🍽️ fork knife plate
🚗 automobile, 🚕 taxi, 🚌 bus, 🚑 ambulance, 🚒 fire engine, 🚓 police car, 🚚 delivery truck van lorry, 🚲 bicycle
🛵 motor scooter, 🏍️ racing motorcycle, 🚂 steam locomotive, 🚆 train, 🚇 metro underground tube, 🚊 tram
✈️ airplane plane flight, 🛫 airplane departure, 🛬 airplane arriving, 🚀 rocket, 🚁 helicopter, ⛵ sailboat, 🚢 ship
⚓ anchor, 🚦 vertical traffic light, 🚧 construction, 🏠 house building home, 🏡 house garden, 🏢 office building
🏥 hospital, 🏦 bank, 🏨 hotel, 🏪 convenience store, 🏫 school, 🏭 factory, 🏰 european castle, ⛪ church
🗼 tokyo tower, 🏖️ beach umbrella, 🏕️ camping, 🏔️ snow capped mountain, 🗺️ world map, 🧭 compass, 🛣️ motorway
⚽ soccer ball, 🏀 basketball hoop, 🏈 american football, ⚾ baseball, 🎾 tennis racquet ball, 🏐 volleyball
🎱 billiards, 🏓 table tennis paddle ball, 🏸 badminton racquet shuttlecock, ⛳ flag hole, 🎣 fishing pole fish
🎿 ski ski boot, 🏆 trophy, 🥇 first place medal, 🥈 second place medal, 🥉 third place medal, 🏅 sports medal
🎫 ticket, 🎭 performing arts, 🎨 artist palette, 🎬 clapper board, 🎤 microphone, 🎧 headphone, 🎵 musical note
🎶 multiple musical notes, 🎸 guitar, 🎹 musical keyboard, 🎮 video game, 🎲 game die, 🧩 jigsaw puzzle piece
🎯 direct hit, 🎉 party popper congratulations celebrate, 🎊 confetti ball, 🎈 balloon, 🎁 wrapped present gift
🎀 ribbon, 🪄 magic wand
⌚ watch, 📱 mobile phone, 💻 personal computer laptop, ⌨️ keyboard, 🖥️ desktop computer, 🖨️ printer
🖱️ three mouse, 💾 floppy disk, 💿 optical disc, 📷 camera photo picture, 📸 camera flash photo picture
🎥 movie camera, 📞 telephone receiver phone call, ☎️ telephone phone call, 📟 pager, 📺 television, 📻 radio
⏰ alarm clock time, ⏱️ stopwatch, ⏳ hourglass flowing sand wait time, ⌛ hourglass wait time, 🔋 battery
🔌 electric plug power, 💡 electric light bulb idea, 🔦 electric torch, 🕯️ candle, 🧯 fire extinguisher
💸 money wings refund, 💵 banknote dollar money, 💳 credit card payment, 🧾 receipt bill, 💎 gem stone
🔧 wrench repair fix spanner, 🔨 hammer, 🛠️ hammer wrench repair fix tools, 🔩 nut bolt, ⚙️ gear, 🧰 toolbox
🔒 lock secure, 🔓 open lock unlock, 🔑 key password, 🗝️ old key, 🚪 door, 🛏️ bed, 🛋️ couch lamp, 🚿 shower
🛁 bathtub, 🧹 broom, 🧺 basket, 🛒 shopping trolley shop basket, 📦 package parcel delivery
📫 closed mailbox raised flag, 📬 open mailbox raised flag, 📮 postbox, ✉️ envelope mail letter, 📧 e mail email
📨 incoming envelope, 📩 envelope downwards arrow above, 📤 outbox tray, 📥 inbox tray, 📝 memo note write
✏️ pencil write, 🖊️ lower left ballpoint pen, 📄 page facing up, 📃 page curl, 📑 bookmark tabs, 📊 bar chart
📈 chart upwards trend, 📉 chart downwards trend, 🗓️ spiral calendar pad date, 📅 calendar date, 📌 pushpin
📍 round pushpin place here, 📎 paperclip, 🖇️ linked paperclips, ✂️ scissors
🔍 left pointing magnifying glass search look, 🔎 right pointing magnifying glass search look, 🔗 link
📡 satellite antenna mast signal network, 🛰️ satellite, 🧪 test tube, 💊 pill, 💉 syringe, 🩺 stethoscope
🩹 adhesive bandage, 🚬 smoking, 🧻 roll paper, 🛎️ bellhop bell service, 🧳 luggage, 👓 eyeglasses
🕶️ dark sunglasses, 👕 t shirt, 👖 jeans, 👗 dress, 👟 athletic shoe, 👑 crown, 🎒 school satchel, 💼 briefcase
☂️ umbrella rain, 🌂 closed umbrella, 🎓 graduation cap, 📚 books, 📖 open book, 📰 newspaper, 🏷️ label price, 🔔 bell
🔕 bell cancellation stroke, 📣 cheering megaphone, 📢 public address loudspeaker
✅ check done yes tick, ❌ cross no wrong, ❎ negative squared cross, ❓ question ornament, ❔ question ornament
❗ exclamation important, ❕ exclamation ornament, ‼️ double exclamation, ⁉️ exclamation question
⚠️ warning careful, 🚫 no entry forbidden, ⛔ no entry stop, 🆗 squared ok, 🆕 squared new, 🆒 squared cool
🆓 squared free, 🆘 squared sos help, 🔴 large red circle, 🟠 large orange circle, 🟡 large yellow circle
🟢 large green circle, 🔵 large blue circle, 🟣 large purple circle, ⚫ medium circle, ⚪ medium circle
🟥 large red square, 🟩 large green square, 🟦 large blue square, ▶️ right pointing triangle
⏸️ double vertical bar, ⏹️ square stop, ⏩ right pointing double triangle, ⏪ left pointing double triangle
🔄 anticlockwise downwards upwards open circle arrows again refresh restart
🔁 clockwise rightwards leftwards open circle arrows again repeat
🔃 clockwise downwards upwards open circle arrows, ➡️ rightwards arrow, ⬅️ leftwards arrow, ⬆️ upwards arrow
⬇️ downwards arrow, ↗️ north east arrow, ↘️ south east arrow, ↙️ south west arrow, ↖️ north west arrow
↩️ leftwards arrow hook, ↪️ rightwards arrow hook, 🔙 back leftwards arrow above, 🔚 end leftwards arrow above
🔛 exclamation left right arrow above, 🔜 soon rightwards arrow above, 🔝 top upwards arrow above, ➕ plus, ➖ minus
➗ division, ✖️ multiplication x, ♻️ universal recycling, ✔️ check yes tick done, ☑️ ballot box check tick done
🔺 up pointing red triangle, 🔻 down pointing red triangle, 💠 diamond shape dot inside, 🔆 high brightness
🔅 low brightness, 📶 antenna bars signal mobile network, 📳 vibration mode, 📴 mobile phone off
🔇 speaker cancellation stroke, 🔈 speaker, 🔉 speaker one sound wave, 🔊 speaker three sound waves
ℹ️ information source info, 🕐 clock one oclock time, 🏁 chequered flag, 🚩 triangular flag post, 🏳️ waving flag
🏴 waving flag
`
  .trim()
  .split(/,\s|\n/u);
