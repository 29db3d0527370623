/** What strangers may write. Each must be shown as the words it is made of, in a card as high as any other. */
export const hostile: Record<string, string> = {
  script: '<script>window.pwned = 1</script> hello',
  image: '<img src=x onerror="window.pwned = 2"> hello',
  svg: '"><svg onload="window.pwned = 3"></svg> hello',
  link: 'javascript:window.pwned=4 and https://evil.example/?a=<b>',
  template: '{{constructor.constructor("window.pwned=5")()}} ${window.pwned=5}',
  override: 'see \u202Egnp.exe\u202C and \u202Dabc and \u2067unclosed',
  zalgo: `z${'\u0301\u0302\u0335'.repeat(400)}algo ${'a\u0489'.repeat(300)}`,
  nul: 'before\u0000\u0007\u001B[31mafter',
  surrogates: 'half \uD800 a pair \uDC00 twice \uD83D',
  emoji: '🧨👩‍👩‍👧‍👦'.repeat(5000),
  noSpaces: 'w'.repeat(5000),
  lines: `first${'\n'.repeat(3000)}last`,
  arabic: 'مرحبا، لا توجد إشارة منذ الصباح في شارع (LS1)!',
  japanese: '今朝から電波がありません。確認していただけますか？'.repeat(12),
  polish: 'Zażółć gęślą jaźń. '.repeat(200),
  homograph: 'log in at https://www.аррӏе.com/account please',
};

/** More than any network sends, in one message. */
export const tenMegabytes = 'ten megabytes of it '.repeat(500_000);
