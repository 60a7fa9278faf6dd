import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/read/crc32.js';
import { rawZip, u16, u32 } from '../hostile/raw-zip.js';
import { mail, wordText, zipWithRawNames } from './documents.js';
import { reportOf, villages } from './inbox.js';

const plan = wordText('活动实施方案', '一、指导思想');
const roster = villages('甲庄村委会', '乙庄村委会');
/** 甲庄/实施方案.docx in GBK. */
const gbkName = new Uint8Array([
  0xbc,
  0xd7,
  0xd7,
  0xaf,
  0x2f,
  ...[0xca, 0xb5, 0xca, 0xa9, 0xb7, 0xbd, 0xb0, 0xb8],
  ...strToU8('.docx'),
]);

describe('a zip', () => {
  it('gives each member as an entry whose path shows the way, names in GBK included', async () => {
    const report = await reportOf({ '材料.zip': { bytes: zipWithRawNames([{ name: gbkName, bytes: plan }]) } }, roster);
    expect(report.files.map((file) => [file.path, file.outcome, file.unit?.name])).toEqual([
      ['材料.zip', 'container', undefined],
      ['材料.zip!甲庄/实施方案.docx', 'used', '甲庄村委会'],
    ]);
  });

  it('is listed by the name in a field of its own only where that was written for the name there is', async () => {
    const raw = strToU8('plan.docx');
    const named = (crc: number, version = 1) => {
      const name = strToU8('甲庄村实施方案.docx');
      const field = [...u16(0x7075), ...u16(5 + name.length), version, ...u32(crc), ...name];
      return rawZip([{ name: raw, content: plan, flags: 0, extra: Uint8Array.from(field) }]);
    };
    const zips = [named(crc32(raw)), named(crc32(strToU8('old.docx'))), named(crc32(raw), 2)];
    const report = await reportOf(Object.fromEntries(zips.map((bytes, n) => [`${n}.zip`, { bytes }])), roster);
    expect(report.files.map(({ path }) => path).filter((path) => path.includes('!'))).toEqual([
      '0.zip!甲庄村实施方案.docx',
      '1.zip!plan.docx',
      '2.zip!plan.docx',
    ]);
  });

  it('holds several villages, and zips in zips down to the third', async () => {
    const inner = zipSync({ '实施方案.docx': plan });
    const many = zipSync({ '甲庄村.zip': inner, '乙庄村/实施方案.docx': plan });
    const report = await reportOf({ '各村材料.zip': { bytes: many } }, roster);
    const used = report.files.filter((file) => file.outcome === 'used').map((file) => [file.path, file.unit?.name]);
    expect(used).toEqual([
      ['各村材料.zip!乙庄村/实施方案.docx', '乙庄村委会'],
      ['各村材料.zip!甲庄村.zip!实施方案.docx', '甲庄村委会'],
    ]);
    const deep = zipSync({ 'c.zip': zipSync({ 'd.zip': zipSync({ 'e.zip': inner }) }) });
    const deepReport = await reportOf({ 'b.zip': { bytes: deep } }, roster);
    const last = deepReport.files.at(-1);
    expect(last?.path).toBe('b.zip!c.zip!d.zip!e.zip');
    expect(last?.findings.map((one) => one.rule)).toContain('file/too-large');
  });

  it('counts its files together with those of the archives inside it', async () => {
    const inner = zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, n) => [`${n}.tmp`, new Uint8Array()])));
    const report = await reportOf({ 'a.zip': { bytes: zipSync({ 'b.zip': inner, 'c.zip': inner }) } }, roster);
    const bounds = report.files.flatMap(({ path, findings }) =>
      findings.flatMap((one) => (one.rule === 'file/too-large' ? [[path, one.args.bound]] : [])),
    );
    expect(bounds).toEqual([['a.zip!c.zip', 'members']]);
  });

  it('with a name that no folder can hold is refused, and so is a mail', async () => {
    const name = `${'长'.repeat(600)}.docx`;
    const zipped = zipSync({ [name]: plan });
    const sent = mail(['From: a@example.org', 'Subject: x'], { [name]: plan });
    const report = await reportOf({ 'a.zip': { bytes: zipped }, 'b.eml': { bytes: sent } }, roster);
    const told = report.files.map(({ path, findings: [first] }) => [
      path,
      first?.rule === 'file/too-large' && first.args.bound,
    ]);
    expect(told).toEqual([
      ['a.zip', 'pathCharacters'],
      ['b.eml', 'pathCharacters'],
    ]);
  });

  it('that is empty or damaged is told, not passed over', async () => {
    const whole = zipSync({ '实施方案.docx': plan });
    const report = await reportOf(
      { '甲庄村.zip': { bytes: whole.slice(0, whole.length - 30) }, '乙庄村.zip': { bytes: zipSync({}) } },
      roster,
    );
    expect(report.files.map((file) => [file.path, file.outcome, file.findings[0]?.rule])).toEqual([
      ['乙庄村.zip', 'rejected', 'file/empty'],
      ['甲庄村.zip', 'rejected', 'file/unreadable'],
    ]);
  });

  it('with two members of one name trusts neither, and reads the others', async () => {
    const bytes = rawZip([
      { name: '甲庄村/实施方案.docx', content: plan },
      { name: '乙庄村/实施方案.docx', content: plan },
      { name: '乙庄村/./实施方案.docx', content: wordText('活动实施方案', '二、活动时间') },
    ]);
    const report = await reportOf({ 'x.zip': { bytes } }, roster);
    const told = report.files.map(({ path, outcome, findings }) => [path, outcome, findings[0]?.args]);
    const refused = { reason: 'member-twice' };
    expect(told).toEqual([
      ['x.zip', 'container', undefined],
      ['x.zip!乙庄村/实施方案 (2).docx', 'rejected', refused],
      ['x.zip!乙庄村/实施方案.docx', 'rejected', refused],
      ['x.zip!甲庄村/实施方案.docx', 'used', undefined],
    ]);
  });

  it('that holds only what systems leave behind holds no file', async () => {
    const bytes = zipSync({ '__MACOSX/._附件2.xls': strToU8('x'), '.DS_Store': strToU8('x') });
    const report = await reportOf({ '甲庄村.zip': { bytes } }, roster);
    expect(report.files.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['甲庄村.zip', 'rejected'],
      ['甲庄村.zip!.DS_Store', 'ignored'],
      ['甲庄村.zip!__MACOSX/._附件2.xls', 'ignored'],
    ]);
    expect(report.files[0]?.findings[0]?.args).toEqual({ what: 'archive' });
  });

  it('never leaves the inbox by its members’ names', async () => {
    const bytes = zipSync({ '../../../etc/passwd.docx': plan, '/abs/甲庄村.docx': plan });
    const report = await reportOf({ 'x.zip': { bytes } }, roster);
    expect(report.files.map((file) => file.path)).toEqual(['x.zip', 'x.zip!abs/甲庄村.docx', 'x.zip!etc/passwd.docx']);
  });
});

describe('a mail', () => {
  const headers = [
    'Received: from mx by mail.example.org; Tue, 09 May 2023 16:03:22 +0800',
    'Received: from other by mx; Tue, 09 May 2023 15:00:00 +0800',
    'Date: Mon, 08 May 2023 09:00:00 +0800',
    'From: someone <U1@example.org>',
    'Subject: report',
  ];

  it('was received when its topmost Received says, whatever the file’s time', async () => {
    const bytes = mail(headers, { '实施方案.docx': plan });
    const report = await reportOf({ '邮件.eml': { bytes, at: '2023-06-01T00:00:00+08:00' } }, roster);
    const member = report.files.find((file) => file.path === '邮件.eml!实施方案.docx');
    expect(member?.receipt).toEqual({ at: '2023-05-09T16:03:22+08:00', evidence: 'mail' });
    expect(report.units[0]?.deadlines[0]).toMatchObject({ status: 'late', daysLate: 4 });
  });

  it('tells its unit by the sender where nothing else does, and by the subject', async () => {
    const bySender = await reportOf({ 'a.eml': { bytes: mail(headers, { '实施方案.docx': plan }) } }, roster);
    expect(bySender.files[1]?.unit?.name).toBe('甲庄村委会');
    const subject = `Subject: =?utf-8?b?${Buffer.from('乙庄村报送材料').toString('base64')}?=`;
    const bytes = mail([...headers.slice(0, 3), 'From: x@example.org', subject], { '实施方案.docx': plan });
    const bySubject = await reportOf({ 'a.eml': { bytes } }, roster);
    expect(bySubject.files[1]?.unit?.name).toBe('乙庄村委会');
  });

  it('in a mail is opened too, and what hangs on it was received with the outer one', async () => {
    const inner = mail(['Date: Mon, 01 May 2023 09:00:00 +0800', 'From: u2@example.org', 'Subject: x'], {
      '实施方案.docx': plan,
    });
    const outer = Buffer.from(
      [
        ...headers,
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="outer"',
        '',
        '--outer',
        'Content-Type: message/rfc822',
        '',
        Buffer.from(inner).toString('utf8'),
        '--outer--',
        '',
      ].join('\r\n'),
    );
    const report = await reportOf({ 'a.eml': { bytes: outer } }, roster);
    const document = report.files.find((file) => file.path.endsWith('实施方案.docx'));
    expect(document?.path.split('!')).toHaveLength(3);
    expect(document?.receipt).toEqual({ at: '2023-05-09T16:03:22+08:00', evidence: 'mail' });
  });

  it('with raw GBK in its headers keeps the names of its attachments', async () => {
    const gbk = Buffer.from([0xca, 0xb5, 0xca, 0xa9, 0xb7, 0xbd, 0xb0, 0xb8]); // 实施方案
    const text = Buffer.from(mail(headers, { PLACEHOLDER: plan })).toString('latin1');
    const named = text.replace("filename*=utf-8''PLACEHOLDER", `filename="${gbk.toString('latin1')}.docx"`);
    const report = await reportOf({ 'a.eml': { bytes: Buffer.from(named, 'latin1') } }, roster);
    expect(report.files[1]?.path).toBe('a.eml!实施方案.docx');
    expect(report.files[1]?.outcome).toBe('used');
  });

  it.each([
    ['in an attachment', 200],
    ['right before its last line', 10],
    ['within its last line', 3],
  ])('cut off %s is refused, as attachments may be missing', async (_, lost) => {
    const whole = mail(headers, { '实施方案.docx': plan });
    const report = await reportOf({ 'a.eml': { bytes: whole.slice(0, whole.length - lost) } }, roster);
    expect(report.files.map(({ path, findings }) => [path, findings[0]?.args])).toEqual([
      ['a.eml', { reason: 'mail-cut-off' }],
    ]);
  });

  it('with a control sign or bytes of no encoding in its headers is a mail all the same', async () => {
    for (const odd of [[0x01], [0x00], [0xff, 0xfe, 0x80]]) {
      const text = Buffer.from(mail(headers, { '实施方案.docx': plan })).toString('latin1');
      const spoilt = text.replace('Subject: report', `Subject: re${String.fromCharCode(...odd)}port`);
      const report = await reportOf({ 'a.eml': { bytes: Buffer.from(spoilt, 'latin1') } }, roster);
      expect(report.files.map(({ outcome }) => outcome)).toEqual(['container', 'used']);
    }
  });

  it('with nothing on it but the logo of a signature has no attachment', async () => {
    const text = Buffer.from(mail(headers, { 'logo.png': strToU8('PNG') })).toString('latin1');
    const shown = text.replace('application/octet-stream', 'image/png').replace(': attachment;', ': inline;');
    const report = await reportOf({ 'a.eml': { bytes: Buffer.from(shown, 'latin1') } }, roster);
    expect(report.files.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['a.eml', 'rejected'],
      ['a.eml!logo.png', 'ignored'],
    ]);
    expect(report.files[0]?.findings[0]?.args).toEqual({ what: 'mail' });
  });

  it('that is signed is read, and its signature is nothing that was sent', async () => {
    const bytes = mail(headers, { '实施方案.docx': plan, 'smime.p7s': strToU8('0\x82') });
    const report = await reportOf({ 'a.eml': { bytes } }, roster);
    expect(report.files.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['a.eml', 'container'],
      ['a.eml!smime.p7s', 'ignored'],
      ['a.eml!实施方案.docx', 'used'],
    ]);
  });

  it('without attachments is told', async () => {
    const report = await reportOf({ 'a.eml': { bytes: mail(headers, {}) } }, roster);
    expect(report.files.map((file) => [file.outcome, file.findings[0]?.rule])).toEqual([['rejected', 'file/empty']]);
  });
});
