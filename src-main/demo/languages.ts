/**
 * The server's own translation table, as an administrator fills it: words are replaced, while
 * bars, ids, states and statuses stay. A text without an entry stays English, as on real servers.
 * `{}` stands where the name of the function goes.
 */
export const languages = ['default English', 'Spanish', 'Russian'] as const
export type Language = (typeof languages)[number]

/** Words a text in the server's language; `of` is the function it is about. */
export type Say = (text: string, of?: string) => string

export function speak(language: Language): Say {
  const table = tables[language]
  return (text, of = '') => (table.get(text) ?? text).replace('{}', of)
}

const tables: Record<Language, ReadonlyMap<string, string>> = {
  'default English': new Map(),
  Spanish: new Map([
    ['SUCCESS', 'ÉXITO'],
    ['NOTICE', 'AVISO'],
    ['{} function sent', 'función {} enviada'],
    ['{} function set', 'función {} fijada'],
    ['{} not valid', '{} no válido'],
    ['{} error - no session data', '{} error - sin datos de sesión'],
    ['{} error - entry is empty', '{} error - la entrada está vacía'],
    ['{} error - webphone url is empty', '{} error - la URL del teléfono web está vacía'],
    ['{} error - agent is not paused', '{} error - el agente no está en pausa'],
    ['agent_user is not logged in', 'agent_user no ha iniciado sesión'],
    ['no user found', 'usuario no encontrado'],
    ['not recording', 'sin grabación'],
    ['recording active', 'grabación activa'],
    ['Invalid Username/Password', 'Usuario o contraseña no válidos'],
    ['Login incorrect, please try again', 'Acceso incorrecto, inténtelo de nuevo'],
    [
      'Too many login attempts, try again in 15 minutes',
      'Demasiados intentos, inténtelo de nuevo en 15 minutos',
    ],
    ['System API NOT ACTIVE', 'La API del sistema NO ESTÁ ACTIVA'],
    ['Invalid Source', 'Origen no válido'],
    [
      'auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION',
      'auth EL USUARIO NO TIENE PERMISO PARA USAR ESTA FUNCIÓN',
    ],
    ['{} REMOTE AGENT HAS BEEN UPDATED', '{} EL AGENTE REMOTO HA SIDO ACTUALIZADO'],
    ['{} REMOTE AGENT DOES NOT EXIST', '{} EL AGENTE REMOTO NO EXISTE'],
    ['{} NO UPDATES DEFINED', '{} SIN CAMBIOS DEFINIDOS'],
  ]),
  Russian: new Map([
    ['SUCCESS', 'УСПЕХ'],
    ['ERROR', 'ОШИБКА'],
    ['NOTICE', 'УВЕДОМЛЕНИЕ'],
    ['{} function sent', 'функция {} отправлена'],
    ['{} function set', 'функция {} установлена'],
    ['{} not valid', '{} недопустимо'],
    ['{} error - no session data', '{} ошибка - нет данных сеанса'],
    ['{} error - entry is empty', '{} ошибка - запись пуста'],
    ['{} error - webphone url is empty', '{} ошибка - адрес веб-телефона пуст'],
    ['{} error - agent is not paused', '{} ошибка - агент не на паузе'],
    ['agent_user is not logged in', 'agent_user не вошёл в систему'],
    ['no user found', 'пользователь не найден'],
    ['not recording', 'запись не ведётся'],
    ['recording active', 'запись ведётся'],
    ['Invalid Username/Password', 'Неверное имя пользователя или пароль'],
    ['Login incorrect, please try again', 'Вход не выполнен, попробуйте ещё раз'],
    [
      'Too many login attempts, try again in 15 minutes',
      'Слишком много попыток, повторите через 15 минут',
    ],
    ['System API NOT ACTIVE', 'Системный API НЕ АКТИВЕН'],
    ['Invalid Source', 'Неверный источник'],
    [
      'auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION',
      'auth У ПОЛЬЗОВАТЕЛЯ НЕТ ПРАВА НА ЭТУ ФУНКЦИЮ',
    ],
    ['{} REMOTE AGENT HAS BEEN UPDATED', '{} УДАЛЁННЫЙ АГЕНТ ОБНОВЛЁН'],
    ['{} REMOTE AGENT DOES NOT EXIST', '{} УДАЛЁННЫЙ АГЕНТ НЕ СУЩЕСТВУЕТ'],
    ['{} NO UPDATES DEFINED', '{} ИЗМЕНЕНИЯ НЕ ЗАДАНЫ'],
  ]),
}
