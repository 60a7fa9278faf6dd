/** `使用说明.txt`: what a clerk needs who has never opened a console. */
export function instructions(version: string): string {
  return `活动材料汇总程序 campaign ${version}　使用说明

一、要求
  64 位 Windows 10 或 Windows 11。不用安装，不要管理员权限，不连网络。

二、准备
  1. 把整个压缩包解压到一个文件夹（右键“全部解压缩”），不要在压缩包里直接运行。
  2. 解压出来的文件夹可以放在桌面、D 盘或 U 盘，里面的文件不要删、不要挪。

三、汇总（街道、乡镇经办人）
  1. 新建一个文件夹，例如 D:\\5.29，在里面建“收件箱”文件夹，把各村交来的文件都存进去
     （一个村一个文件夹，或者都放在一起，都可以；压缩包、邮件不用拆开）。
  2. 把“收件箱”文件夹拖到 campaign.cmd 上，松开鼠标。
  3. 黑色窗口里显示各村报送情况；汇总表和通报写在收件箱旁边的“报告”文件夹里，汇总表会自动打开。
  4. 以后每次收到新材料，存进收件箱，再拖一次。收件箱里的文件程序只读，不改不删。
  收件箱旁边的 .campaign 文件夹是台账，记着每份材料什么时候收到的，请不要删。

四、检查一张表（村里报送之前）
  把表格文件拖到 campaign.cmd 上，可以一次拖几个。哪一格有什么问题、怎么改，窗口里会写明。
  检查不改动文件。

五、用自己的名册和时限
  程序自带的活动按来件表头自动认。要换成自己的单位名册、上报日期，请在 D:\\5.29 里放自己的
  campaign.yaml 和 roster.csv（样子见程序文件夹的 templates）。roster.csv 用 WPS 或 Excel 改时，
  “编号”一列要设为文本，否则长编号会被改成 3.7E+11 的样子。

六、常见提示
  “文件正开着，写不进去”　　在 WPS 或 Excel 里关掉上次的汇总表，再拖一次。
  “文件正被别的程序打开”　　那份来件正开着，关掉再拖一次；这次没有算它，也不算未报。
  “不知道是哪次活动”　　　　收件箱里没有认得出的表，或几种活动混在一起：按第五条放好 campaign.yaml。
  “正在运行另一次汇总”　　　等那个窗口结束；上次是断电或强行关机的，照提示删除那个文件。
  “找不到”　　　　　　　　　一次拖的文件太多，改拖装着它们的文件夹。
  窗口一闪就没有、或提示被拦截　杀毒软件或单位策略拦住了，请找管电脑的同事放行本文件夹。
  已保护你的电脑（SmartScreen）　点“更多信息”→“仍要运行”。解压前在压缩包上点右键→属性→勾选“解除锁定”，就不再问。

七、定时自动汇总（可选）
  见 docs 里的 windows.md，或问维护人员。
`;
}

/** Opened where the machine cannot run the program, so that nobody looks for the fault in the files. */
export function oldWindowsNotes(): string {
  return `这台电脑运行不了本程序

本程序需要 64 位的 Windows 10 或 Windows 11。
Windows 7、Windows 8 和 32 位系统缺少程序要用的系统功能，装补丁也不行。

怎么办：
  1. 把本文件夹和收件箱拷到一台 Windows 10 或 11 的电脑上，再拖一次；结果拷回来就能用 WPS 打开。
  2. 村里只想检查一张表的，把表发给用新电脑的同事代查。

This computer cannot run the program: it needs 64-bit Windows 10 or 11.
`;
}
