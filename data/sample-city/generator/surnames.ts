/** Common family names, the most common first: villages take the first of them, compounds any. */
export const SURNAMES = [
  ...'王李张刘陈杨黄周吴徐孙胡朱高林何郭罗宋谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡魏丁余杜叶汪田钟姜范方石熊金邱侯白江史龙万雷易尹柯涂毛段',
];
