/** What office programs, systems and signatures leave beside files; nobody sent it. */
export function kindOfName(name: string, path: string): 'file' | 'noise' | 'lock' {
  if (/^~\$|^\.~/.test(name)) return 'lock';
  const noise =
    /^(?:\.DS_Store|(?:ehthumbs\w*|Thumbs)\.db|Icon\r|\.(?:Spotlight-V100|Trashes|fseventsd|TemporaryItems|apdisk)|desktop\.ini|\._.*|\.localized|\.directory|\.gitkeep|~.*\.tmp|smime\.p7s|signature\.asc)$/i;
  return noise.test(name) || /(?:^|\/)__MACOSX\//.test(path) ? 'noise' : 'file';
}
