import { cause, itself, original } from './cause.js';

const runAgain = { zh: '不用处理，下次运行会读取', en: 'Nothing to do: the next run will read it' };

/** What kept us from the bytes. */
export const access = {
  'no-permission': cause('没有打开这个文件的权限', 'There is no permission to open this file', {
    zh: '请检查文件权限，或另存一份再放进收件箱',
    en: 'Please check its permissions, or put a fresh copy into the inbox',
  }),
  'closed-folder': cause('没有打开这个文件夹的权限', 'There is no permission to look into this folder', {
    zh: '请检查文件夹权限，或把里面的文件复制到收件箱',
    en: 'Please check its permissions, or copy what is in it into the inbox',
  }),
  'in-use': cause(
    '文件正被别的程序打开，这次没有读取',
    'Another program has the file open; it was not read this time',
    {
      zh: '请在 WPS 或 Office 里关闭它，再运行一次',
      en: 'Please close it in Office or WPS and run this again',
    },
  ),
  settling: cause('文件正在写入，这次没有读取', 'The file is still being written and was not read this time', runAgain),
  'vanished-meanwhile': cause(
    '读取时文件不见了，多半是刚被改名或移走',
    'The file went away while it was to be read: renamed or moved, most likely',
    runAgain,
  ),
  'path-too-long': cause('文件夹套得太深，路径太长，打不开', 'Its path is too long to be opened', {
    zh: '请把文件改个短名字，放到收件箱的第一层',
    en: 'Please give it a shorter name and put it at the top of the inbox',
  }),
  'too-many-open': cause(
    '电脑同时打开的文件太多，这次没有读取',
    'Too many files are open on this computer; it was not read',
    {
      zh: '请关闭别的程序，再运行一次',
      en: 'Please close other programs and run this again',
    },
  ),
  'disk-error': cause('磁盘或 U 盘读不出这个文件', 'The disk or memory stick does not give this file', {
    zh: '请换一个地方另存一份，再放进收件箱',
    en: 'Please save a copy somewhere else and put that into the inbox',
  }),
  'not-downloaded': cause(
    '文件还在网盘上，没有下载到这台电脑',
    'The file is still in the cloud and has not been downloaded to this computer',
    {
      zh: '请先在网盘里把它下载到这台电脑，再重新汇总',
      en: 'Please download it to this computer first, then run this again',
    },
  ),
  link: cause('这是一个链接，不是文件本身', 'This is a link, not the file itself', {
    zh: '请把文件本身放进收件箱',
    en: 'Please put the file itself into the inbox',
  }),
  special: cause('这不是普通文件，是设备或管道', 'This is no ordinary file but a device or a pipe', {
    zh: '请把它移出收件箱',
    en: 'Please take it out of the inbox',
  }),
  shortcut: cause(
    '这是快捷方式，只指向原来那台电脑上的文件',
    'This is a shortcut: it only points to a file on the computer it comes from',
    itself,
  ),
  'web-shortcut': cause('这是网址快捷方式，不是文件本身', 'This is a shortcut to a web address, not a file', itself),
  'cloud-link': cause(
    '这是在线文档的链接，里面没有表格内容',
    'This is only a link to an online document and holds nothing of it',
    itself,
  ),
  'cloud-placeholder': cause(
    '这是网盘的占位文件，内容还在网上',
    'This is a placeholder of a cloud drive; the content is still online',
    itself,
  ),
  'half-downloaded': cause('这是没有下载完的临时文件', 'This is what a download leaves that has not finished', itself),
  'picture-renamed': cause(
    '这是一张图片，只是文件名改成了表格或文档的样子',
    'This is a picture that was only named like a spreadsheet or document',
    original,
  ),
  'video-renamed': cause(
    '这是一段视频，只是文件名改成了表格或文档的样子',
    'This is a video that was only named like a spreadsheet or document',
    original,
  ),
  'login-page': cause(
    '这是网站的登录页面，不是要下载的文件',
    'This is the login page of a website, not the file that was to be downloaded',
    itself,
  ),
  'server-answer': cause(
    '这是网站返回的提示或出错信息，不是要下载的文件',
    'This is what a website answered, such as an error, not the file that was to be downloaded',
    itself,
  ),
  'left-by-system': cause(
    '这是电脑系统或办公软件自己留下的附属文件，里面没有报送内容',
    'This is what a system or an office program keeps beside a file; nothing of the report is in it',
    itself,
  ),
} as const;
