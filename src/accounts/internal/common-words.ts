/** What people everywhere take for a password when nobody looks: the word itself, greetings, names of this house. */
export const commonWords: readonly string[] = [
  ...'password passwort passwd pass secret secure login logon signin access enter admin administrator root user'.split(
    ' ',
  ),
  ...'guest test demo temp default change changeme welcome hello letmein iloveyou love please master office'.split(
    ' ',
  ),
  ...'government ministry minister nations united world peace africa asia america south bridge southbridge'.split(
    ' ',
  ),
  ...'cooperation spring summer autumn winter january monday football qwerty azerty the my is and new old'.split(
    ' ',
  ),
  ...'motdepasse secret bonjour bienvenue jetaime soleil ministere coopération cooperation'.split(' '),
  ...'contraseña contrasena clave hola bienvenido teamo ministerio cooperacion cooperación secreto'.split(
    ' ',
  ),
  ...'senha olá ola bemvindo bemvinda cooperação cooperacao ministério segredo brasil'.split(' '),
  ...'пароль привет админ секрет добро пожаловать россия мир министерство любовь'.split(' '),
  ...'mima woaini nihao zhongguo 密码 你好 中国 我爱你 管理员'.split(' '),
  ...'كلمة السر كلمةالسر مرحبا سلام حبيبي الله مدير وزارة'.split(' '),
];

/** Characters that lie side by side, either way. */
export const keyRows: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
  '!@#$%^&*()',
].flatMap((row) => [row, [...row].reverse().join('')]);
