const levels = [
  '(?:省|自治区)',
  '(?:市|自治州|州|盟|地区)',
  '(?:自治县|县|区|市|旗)',
  '(?:街道办事处|街道|镇|乡|苏木)',
];
const parts = levels.map((level) => `(?:\\p{Script=Han}{1,8}?${level})?`).join('');
const prefix = new RegExp(`^${parts}$`, 'u');

/**
 * What is left of a name once a province, city, county or township before it is taken off, shortest prefix first.
 * Where the roster tells its own township and county, a prefix that names others is not taken off: a village of
 * another township may bear the same name.
 */
export function stripRegion(name: string, region: string | null): string[] {
  const rests: string[] = [];
  for (let length = 2; length <= name.length - 2; length++) {
    const before = name.slice(0, length);
    if (prefix.test(before) && isOurs(before, region)) rests.push(name.slice(length));
  }
  return rests;
}

/** 山东省济宁市嘉祥县万张街道 ends with what the roster's office is called, or with a shorter part of it. */
function isOurs(before: string, region: string | null): boolean {
  if (region === null) return true;
  const own = region.replace(/(?:办事处|人民政府|政府)$/u, '');
  return own.endsWith(before) || before.endsWith(own) || own.startsWith(before);
}
