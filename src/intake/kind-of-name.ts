/** What office programs, systems and signatures leave beside files; nobody sent it. */
export function kindOfName(name: string, path: string): 'file' | 'noise' | 'lock' {
  if (/^~\$|^\.~/.test(name)) return 'lock';
  const noise =
    /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.localized|\.directory|\.gitkeep|~.*\.tmp|smime\.p7s|signature\.asc)$/i;
  return noise.test(name) || /(?:^|\/)__MACOSX\//.test(path) ? 'noise' : 'file';
}
