/** How long ago something was. */
import { message } from '../message.js';

type Count = { count: number };

export const units = {
  'units.age.unknown': 'unknown',
  'units.age.now': 'just now',
  'units.age.second': message<Count>('{count, plural, one {# second} other {# seconds}} ago'),
  'units.age.minute': message<Count>('{count, plural, one {# minute} other {# minutes}} ago'),
  'units.age.hour': message<Count>('{count, plural, one {# hour} other {# hours}} ago'),
  'units.age.day': message<Count>('{count, plural, one {# day} other {# days}} ago'),
  'units.age.week': message<Count>('{count, plural, one {# week} other {# weeks}} ago'),
  'units.age.month': message<Count>('{count, plural, one {# month} other {# months}} ago'),
  'units.age.year': message<Count>('{count, plural, one {# year} other {# years}} ago'),
} as const;
