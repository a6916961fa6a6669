import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { readAnyChoice, readChoice, readChoices } from '../../../../nodes/shared/values/reading/choice';
import { readEmail } from '../../../../nodes/shared/values/reading/email';
import { readRecordId, readWholeId } from '../../../../nodes/shared/values/reading/id';
import { readJsonField, readJsonValue } from '../../../../nodes/shared/values/reading/json';
import { readIdList, readList, readWholeIdList } from '../../../../nodes/shared/values/reading/list';
import { readMessage } from '../../../../nodes/shared/values/reading/message';
import { isNothing } from '../../../../nodes/shared/values/reading/nothing';
import { readNumber, readWholeNumber } from '../../../../nodes/shared/values/reading/number';
import { readSecret } from '../../../../nodes/shared/values/reading/secret';
import { readTelephone } from '../../../../nodes/shared/values/reading/telephone';
import { readLongText, readText } from '../../../../nodes/shared/values/reading/text';
import { readWeekdays } from '../../../../nodes/shared/values/reading/weekday';
import { readYesNo } from '../../../../nodes/shared/values/reading/yesNo';
import { failureOf } from '../../support/failures';
import { reading } from '../../support/reading';

const AROUND = fc.constantFrom('', ' ', '\t', '\n', '\u00a0', '\u200b', '\ufeff', '\u2060 ');

/** As people and programs wrap a value. */
const wrapped = (text: fc.Arbitrary<string>) => fc.tuple(AROUND, text, AROUND).map((parts) => parts.join(''));

const anyCase = (text: string) =>
	fc.mixedCase(fc.constant(text), {
		toggleCase: (char) => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase()),
	});

describe('nothing', () => {
	const placeholder = fc
		.constantFrom('N/A', 'n/a', '#N/A', '-', '--', '–', 'null', 'None', 'nan', 'undefined', '#REF!', '<NA>')
		.chain(anyCase);

	it('is a blank cell, a placeholder in any case, or several of them', () => {
		fc.assert(
			fc.property(wrapped(fc.oneof(fc.constant(''), placeholder)), (text) => expect(isNothing(text)).toBe(true)),
		);
		fc.assert(
			fc.property(fc.array(placeholder, { minLength: 1 }), (words) =>
				expect([isNothing(words.join(' ')), isNothing(words)]).toEqual([true, true]),
			),
		);
		expect([undefined, null, NaN, [], ['', null]].map(isNothing)).toEqual([true, true, true, true, true]);
	});

	it('is not a name or word that contains one, a number, an answer or an object', () => {
		const something = ['Dana Null', 'None Smith', 'nano', 'undefined Reyes', 'a-b', '0', 'Na', 0, false, {}, [0]];
		expect(something.filter(isNothing)).toEqual([]);
	});
});

describe('a number', () => {
	it('is the same in every spelling, and reading it again changes nothing', () => {
		const number = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100);
		fc.assert(
			fc.property(number, (expected) => {
				const [whole = '', part = '00'] = expected.toFixed(2).split('.');
				const grouped = (mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
				const ways = [
					expected,
					`${whole}.${part}`,
					`${whole},${part}`,
					`${grouped(',')}.${part}`,
					`${grouped('.')},${part}`,
					` ${whole}.${part}00\u00a0`,
				];
				expect(ways.map((way) => readNumber(way, reading()))).toEqual(ways.map(() => Number(expected.toFixed(2))));
			}),
		);
	});

	it('that two countries read differently is refused with both', () => {
		const { message } = failureOf(() => readNumber('1,234', reading()));
		expect(message).toContain('1234');
		expect(message).toContain('1.234');
		for (const text of ['1.000', '12.345', '-1.234', '+999.999', '1,000', '3.600']) {
			for (const read of [readNumber, readWholeNumber]) {
				const { description } = failureOf(() => read(text, reading()));
				const [whole = '', decimal = ''] = (description ?? '').match(/[-+\d.]*\d/g) ?? [];
				expect([readNumber(whole, reading()), readNumber(decimal, reading())]).toEqual([
					Number(text.replace(/[.,]/, '')),
					Number(text.replace(',', '.')),
				]);
			}
		}
		expect([1.234, '0.125', '1234.567', '1.5', '1.2345'].map((way) => readNumber(way, reading()))).toEqual([
			1.234, 0.125, 1234.567, 1.5, 1.2345,
		]);
		expect(readNumber('0,500', reading())).toBe(0.5);
		expect(readNumber('1,234,567', reading())).toBe(1_234_567);
	});

	it.each([
		'abc',
		'10 years',
		'0x10',
		'1.2.3',
		'$5',
		'Infinity',
		Infinity,
		1e21,
		2 ** 53,
		'12345678901234567890',
		'0.12345678901234567890',
		'1e400',
		'1e-400',
		true,
		{},
		[1],
	])('is not made up from %p', (value) => {
		expect(failureOf(() => readNumber(value, reading())).message).toContain('"Field"');
	});

	it('that is whole may have come through a spreadsheet, which must not have shortened it', () => {
		expect(['600', '600.0', 600, '600,00', ' 600 '].map((way) => readWholeNumber(way, reading()))).toEqual(
			Array(5).fill(600),
		);
		for (const value of ['10.5', '10,5', '1.23457E+11', '12345678901234567890', 1.5])
			expect(failureOf(() => readWholeNumber(value, reading())).message).toContain('whole number');
	});

	it('lies within what the field takes', () => {
		const percent = reading({ min: 0, max: 100 });
		expect([0, '100'].map((value) => readNumber(value, percent))).toEqual([0, 100]);
		for (const value of [-1, '101'])
			expect(failureOf(() => readNumber(value, percent)).message).toContain('from 0 to 100');
	});
});

describe('yes and no', () => {
	const [yes, no] = [
		['yes', 'y', 'true', 't', 'on', '1'],
		['no', 'n', 'false', 'f', 'off', '0'],
	];

	it('are read in any case', () => {
		for (const [words, answer] of [
			[yes, true],
			[no, false],
		] as const) {
			fc.assert(
				fc.property(wrapped(fc.constantFrom(...words).chain(anyCase)), (word) =>
					expect(readYesNo(word, reading())).toBe(answer),
				),
			);
		}
		expect([true, 1, 1.0, false, 0].map((value) => readYesNo(value, reading()))).toEqual([
			true,
			true,
			true,
			false,
			false,
		]);
	});

	it.each(['perhaps', '2', 'yes no', {}, [true]])('are not made up from %p', (value) => {
		expect(failureOf(() => readYesNo(value, reading())).kind).toBe('input');
	});
});

describe('an ID', () => {
	it.each([
		['9001.0', 9001],
		['9001.00', 9001],
		[9001, 9001],
		[' 9001\u200b', 9001],
	])('that is a whole number is read from %p', (value, id) => {
		expect(readWholeId(value, reading())).toBe(id);
	});

	it.each([
		0,
		-1,
		1.5,
		'007',
		'abc',
		'1e3',
		'9.001E+3',
		'1.23457E+11',
		9007199254740993n,
		'9007199254740993',
		true,
		['1', '2'],
		{},
		'undefined',
		'NaN',
		'[object Object]',
	])('that is a whole number is not made up from %p', (value) =>
		expect(failureOf(() => readWholeId(value, reading())).message).toContain('"Field"'),
	);

	it.each([
		'undefined',
		'null',
		'NaN',
		NaN,
		' NULL ',
		'[object Object]',
		'[object Object],[object Object]',
		'x_[object object]',
	])('that an expression did not find is refused with the reason: %p', (value) => {
		const { message } = failureOf(() => readRecordId(value, reading()));
		expect(message).toContain(String(value).trim());
		expect(message).not.toContain('empty');
	});

	it.each([
		'x-undefined',
		'undefined-5',
		'lead_null',
		'null:5',
		'run.NaN',
		'leadundefined',
		'undefinednull',
		'crm-N/A',
		'x-Invalid Date',
	])('from a missing value is refused: %p', (value) => {
		for (const read of [readRecordId, readWholeId])
			expect(failureOf(() => read(value, reading())).message).toContain('an expression or a program found none');
		expect(failureOf(() => readIdList(['a', value], reading())).message).toContain(
			'an expression or a program found none',
		);
	});

	it.each([
		'undefinedness-1',
		'nullable',
		'annul-5',
		'finance-nano',
		'nandini',
		'nan-kemp',
		'null0a',
		'job-none',
		'680321c8001enulla',
	])('may have such letters in a word of it: %p', (value) => {
		expect(readRecordId(value, reading())).toBe(value);
	});

	it('is refused where the words of its template stand alone, and not because it ends in such a sign', () => {
		const made = (template: string, text: string) =>
			failureOf(() => readRecordId(text, reading({ templateOf: () => template }))).message;
		expect(made('lead-{{ $json.id }}', 'lead-')).toContain('(got "lead-"): an expression or a program found none');
		expect(made('{{ $json.id }}-5', '-5')).toContain('an expression or a program found none');
		expect(made('lead-{{ $json.id }}-{{ $json.part }}', 'lead-7-')).toContain('an expression or a program found none');
		expect(made('crm-{{ $json.id }}', 'crm-nan')).toContain('an expression or a program found none');
		expect(readRecordId('lead-7', reading({ templateOf: () => 'lead-{{ $json.id }}' }))).toBe('lead-7');
		expect(readRecordId('xQ9-', reading())).toBe('xQ9-');
	});

	it.each(['412.000', '1.000', '412,000'])(
		'that is a whole number is not guessed from %p, which has two readings',
		(value) => {
			const plain = value.replace(/[.,]/, '');
			expect(failureOf(() => readWholeId(value, reading())).message).toContain(
				`${plain} in some countries, ${value.replace(',', '.')} in others`,
			);
			expect(failureOf(() => readWholeIdList([value], reading())).message).toContain('in some countries');
		},
	);

	it.each([
		['412.0', 412],
		['412.00', 412],
		['412.0000', 412],
		['1412.000', 1412],
	])('that is a whole number is read from %p, which has one', (value, id) => {
		expect(readWholeId(value, reading())).toBe(id);
	});

	it('with parts is not said to be empty', () => {
		for (const value of [{ a: 1 }, ['a']])
			expect(failureOf(() => readRecordId(value, reading())).message).toMatch(/object|list/);
	});
});

describe('an entry of a dropdown of numbers', () => {
	const choices = [
		{ name: 'Up to 100', value: 100 },
		{ name: 'Up to 250', value: 250 },
		{ name: 'None', value: 0 },
	];

	it.each(['250', '250.0', '250,0', ' 250.00 ', 250, 'up to 250'])('is found by %p', (value) => {
		expect(readChoice(value, reading({ choices }))).toBe(250);
		expect(readChoices([value, '0.0'], reading({ choices }))).toEqual([250, 0]);
	});

	it.each(['250.000', '250.5', '25', '', '250x'])('is not made up from %p', (value) => {
		expect(failureOf(() => readChoice(value, reading({ choices }))).message).toContain('must be one of the choices');
	});
});

describe('a list', () => {
	const entry = fc.stringMatching(/^[a-z][a-z0-9_.]{0,8}$/).filter((text) => !isNothing(text));
	const separator = fc.constantFrom(',', ';', '|', '\n', '\r\n', ' ; ', ', ');

	it('is the same with any separators, and reading it again changes nothing', () => {
		fc.assert(
			fc.property(fc.uniqueArray(entry, { minLength: 1 }), separator, (entries, mark) => {
				const single = entries.map((each) => `'${each}'`).join(mark);
				const double = entries.map((each) => `"${each}"`).join(mark);
				const ways = [
					...[entries, [entries], [...entries, [], entries[0]]],
					...[entries.join(mark), `${mark}${entries.join(mark + mark)}${mark}`, `[${entries.join(mark)}]`],
					...[JSON.stringify(entries), JSON.stringify([entries])],
					...[single, `[${single}]`, double, double.replace(/"(.*?)"/g, '“$1”')],
				];
				expect(ways.map((way) => readList(way, reading()))).toEqual(ways.map(() => entries));
			}),
		);
	});

	const anyText = fc
		.string({ unit: fc.constantFrom(...'ab,;|\n"\'[]{}()\\ “”7.') })
		.filter((text) => !isNothing(text) && !/^\s*\[[\d.,\s[\]"]*\]\s*$/.test(text));

	it('has the members of an array or of its JSON text, with any content, also when it is read again', () => {
		fc.assert(
			fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
				const entries = [...new Set(texts.map((text) => text.trim()))];
				expect([
					readList(texts, reading()),
					readList(JSON.stringify(texts), reading()),
					readList(entries, reading()),
				]).toEqual([entries, entries, entries]);
			}),
		);
	});

	it('of a text in quotation marks keeps what separates entries elsewhere', () => {
		fc.assert(
			fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
				const csv = texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(', ');
				expect(readList(csv, reading())).toEqual([...new Set(texts.map((text) => text.trim()))]);
			}),
		);
		expect(readList('["Sales, EU", 7, 9007199254740993]', reading())).toEqual(['Sales, EU', '7', '9007199254740993']);
		expect(readList('O\'Neil, 12" pipe, Sales (EU), [VIP] gold', reading())).toEqual([
			"O'Neil",
			'12" pipe',
			'Sales (EU)',
			'[VIP] gold',
		]);
	});

	const debris = fc.constantFrom('undefined', 'null', 'NaN', 'N/A', '-', 'None', '[object Object]');

	it('is refused by name with an entry that says nothing, instead of being shorter than it was meant', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1 }),
				debris,
				separator,
				fc.nat(),
				(ids, word, mark, place) => {
					const entries = ids.map(String).toSpliced(place % (ids.length + 1), 0, word);
					for (const read of [readList, readIdList, readWholeIdList]) {
						for (const way of [entries, entries.join(mark), JSON.stringify(entries)])
							expect(failureOf(() => read(way, reading())).message).toContain(`"${word}"`);
					}
				},
			),
		);
		for (const nothing of [undefined, null, NaN, '', ' ']) {
			for (const read of [readList, readIdList, readWholeIdList])
				expect(failureOf(() => read([9001, nothing], reading())).message).toContain('"Field" has');
		}
		expect(failureOf(() => readWeekdays('Mon, undefined', reading())).message).toContain('"undefined"');
	});

	it.each([
		'["crm", "docs"',
		'"crm","docs"]',
		'"crm, docs',
		'{"id":"crm"}',
		'{crm,docs}',
		'(crm, docs)',
		"['it\\'s', 'x']",
		'[{"id":"crm"}]',
		'[object Object],[object Object]',
		'a [object Object]',
		['["a"]'],
	])('that is cut off, or has parts, is refused: %j', (value) =>
		expect(failureOf(() => readList(value, reading())).message).toContain('"Field"'),
	);

	it('of IDs has no entry that may be two', () => {
		for (const value of [['c1, c2'], '"c1; c2"'])
			expect(failureOf(() => readIdList(value, reading())).message).toContain('must be one ID');
	});

	it('of IDs keeps every digit, and refuses a text that is not an ID', () => {
		expect(['1; 2|2', '[1,2]', ['1', 2], '["1","2"]', '1.0\n2'].map((way) => readWholeIdList(way, reading()))).toEqual(
			Array(5).fill([1, 2]),
		);
		expect(readList('[9007199254740993]', reading())).toEqual(['9007199254740993']);
		for (const value of [[{ id: 1 }], '1, x'])
			expect(failureOf(() => readWholeIdList(value, reading())).kind).toBe('input');
	});
});

describe('a day of the week', () => {
	it.each([
		['Mon, Tue', ['Monday', 'Tuesday']],
		['thursday;WED|fri.', ['Wednesday', 'Thursday', 'Friday']],
		[
			['Sunday', 'Tues', 'sunday'],
			['Tuesday', 'Sunday'],
		],
	])('is read from %j', (value, days) => {
		expect(readWeekdays(value, reading())).toEqual(days);
		expect(readWeekdays(days, reading())).toEqual(days);
	});

	it.each(['Mo', 'Funday', 'm', 'Monday2'])('is not made up from %s', (value) => {
		expect(failureOf(() => readWeekdays(value, reading())).message).toContain(value);
	});
});

/** Addresses with the remains of a link, a list, a sentence or an expression. */
const NO_ADDRESSES = [
	...[
		'dana@example..com',
		'.dana@example.com',
		'dana.@example.com',
		'da..na@example.com',
		'dana@.example.com',
		'dana@example.com.',
		'dana@-example.com',
		'dana@example-.com',
		'dana@exam_ple.com',
	],
	...['?subject=x', '/', '*', '|', '!', '&x', '+bob', '–', '-', '•bob', '／bob', '`', "'", '”', '\u200bx'].map(
		(rest) => `dana@example.com${rest}`,
	),
	...[
		'dana@example.1',
		'dana@10.0.0.1',
		'dana@example.c',
		'email=dana@example.com',
		'E-Mail=dana@example.com',
		'=dana@example.com',
		'#dana@example.com',
		"''dana@example.com",
		'ＤANA@example.com',
	],
	...[
		'undefined.undefined@example.com',
		'undefinedundefined@example.com',
		'null_null@example.com',
		'nullnull@example.com',
		'ann.undefined@example.com',
	],
	...[
		'undefined@undefined.com',
		'undefined@example.com',
		'NULL@example.com',
		'dana@null.com',
		'dana@example.undefined',
		'nan@nan.org',
		'mailto:dana@example.com?subject=x',
		'mailto:',
		'N/A@example.com',
		`${'d'.repeat(250)}@example.com`,
	],
];

describe('an email address', () => {
	it.each([
		"'dana@example.com",
		"'dana@example.com'",
		'"dana@example.com"',
		'“dana@example.com”',
		'„dana@example.com“',
		'‘dana@example.com’',
		'« dana@example.com »',
		'`dana@example.com`',
		'mailto:dana@example.com',
		'MAILTO:dana@example.com',
		"'mailto:dana@example.com'",
		'dana@example.com;',
		'dana@example.com, ',
		'<dana@example.com>',
		'Email: dana@example.com',
		'E-Mail: <mailto:dana@example.com>',
		'="dana@example.com"',
	])('is read without the text around it: %s', (value) => expect(readEmail(value, reading())).toBe('dana@example.com'));

	it.each([
		'dana@example.com',
		' dana@example.com\u200b',
		'd.r+x@sub.exämple.org',
		"o'neil@example.com",
		'DANA@EXAMPLE.COM',
		'jürgen@müller.example',
		'山田@例え.テスト',
		'dana@xn--r8jz45g.xn--zckzah',
		'dana@3com.com',
		'a_b-c%d@a-b.co',
		'nullmann@example.com',
	])('is read from %j', (value) => {
		expect(readEmail(value, reading())).toBe(value.replace(/[\s\u200b]/g, ''));
	});

	it.each([
		'Dana <dana@example.com>',
		'a@example.com, b@example.com',
		'a@example.com b@example.com',
		'dana @example.com',
		'dana@example',
		'@example.com',
		'dana',
		{},
		...NO_ADDRESSES,
	])('is not made up from %j', (value) =>
		expect(failureOf(() => readEmail(value, reading())).message).toContain('"Field"'),
	);
});

describe('a telephone number', () => {
	it('is refused at once, for a text of any length', () => {
		for (const filling of ["'", '\n', ' ,', '-', '('])
			expect(failureOf(() => readTelephone(`a${filling.repeat(250_000)}b`, reading())).message).toMatch(
				/^"Field" must be /,
			);
		expect(readTelephone(`${'\u200b'.repeat(250_000)}+1 202 555 0123${'\n'.repeat(250_000)}`, reading())).toBe(
			'+12025550123',
		);
	});
});

describe('JSON text', () => {
	it('is parsed, and a value that is JSON already stays', () => {
		expect(readJsonValue('{"a": [1, 2.5, -3e2, "x"]}', reading())).toEqual({ a: [1, 2.5, -300, 'x'] });
		const value = { a: 1 };
		expect(readJsonValue(value, reading())).toBe(value);
	});

	it('has every digit of a number, or is refused with the number', () => {
		const digits = fc.stringMatching(/^[1-9]\d{0,24}(\.\d{1,20})?$/);
		const same = (a: string, b: string) => a.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') === b;
		fc.assert(
			fc.property(digits, (number) => {
				try {
					const { id } = readJsonValue(`{ "id": ${number} }`, reading()) as { id: number };
					expect(
						same(
							number,
							BigInt(Math.trunc(id)) === BigInt(id.toFixed(0)) && Number.isInteger(id)
								? BigInt(id).toString()
								: String(id),
						),
					).toBe(true);
				} catch (error) {
					if (!(error instanceof Error) || error.name !== 'ItemFailure') throw error;
					expect(error.message).toContain(number);
				}
			}),
		);
	});

	it.each(['{"a":1e400}', '[-1e309]', '{"a":1E-400}', '{"a":[{"b":123456789012345678901}]}'])(
		'has no number that a computer does not have: %s',
		(text) => {
			expect(failureOf(() => readJsonValue(text, reading())).message).toContain('too many digits');
		},
	);

	it.each([1.2345678901234567e19, 1e21, -(2 ** 53), Infinity, NaN, 10n])(
		'from an expression has no such number, at any depth: %p',
		(number) => {
			for (const value of [number, [number], { id: number }, { rows: [{ deep: { id: number } }] }])
				expect(failureOf(() => readJsonValue(value, reading())).message).toContain('"Field" has');
		},
	);

	it('that an expression brings may have lists in lists, but not deeper than any data is, nor hold itself', () => {
		const endless: { self?: unknown; id: number } = { id: 1 };
		endless.self = endless;
		const nestedIn = (levels: number) => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 0.5);
		const nested = nestedIn(100);
		for (const value of [nested, { born: new Date(0), at: DateTime.now(), none: null, not: undefined }])
			expect(readJsonValue(value, reading())).toBe(value);
		for (const value of [endless, nestedIn(101), nestedIn(100_000)])
			expect(failureOf(() => readJsonValue(value, reading())).message).toContain('deeper than 100 levels');
	});

	it('may have a byte order mark, which is not a part of it', () => {
		expect([readJsonValue('\ufeff{"a": 1}\u200b\n', reading()), readJsonField('\ufeff {"a": 1}\n', reading())]).toEqual(
			[{ a: 1 }, '{"a": 1}'],
		);
	});

	it('is refused at once, with any number of quotation marks and zeros', () => {
		expect(failureOf(() => readJsonValue(`{"${'\\"'.repeat(250_000)}`, reading())).message).toContain('not valid');
		expect(failureOf(() => readJsonValue(`[1${'0'.repeat(250_000)}1]`, reading())).message).toContain(
			'too many digits',
		);
	});

	it('may have long numbers in its texts', () => {
		expect(readJsonValue('{"id": "7234567890123456789", "says": "a \\"7234567890123456789"}', reading())).toMatchObject(
			{ id: '7234567890123456789' },
		);
		expect(failureOf(() => readJsonValue('{"id": 7234567890123456789}', reading())).description).toContain(
			'"7234567890123456789"',
		);
	});
});

describe('a text', () => {
	it('is a single value; one of several lines stays as it is', () => {
		expect([5, true, 10n, ' a '].map((value) => readText(value, reading()))).toEqual(['5', 'true', '10', 'a']);
		expect(readLongText(' a\n b\n', reading())).toBe(' a\n b\n');
		expect(readText(DateTime.fromISO('2026-03-01T09:00:00Z', { zone: 'utc' }), reading())).toBe(
			'2026-03-01T09:00:00.000Z',
		);
		for (const value of [{ a: 1 }, ['a'], '[object Object]', 'Dana [object Object]'])
			expect(failureOf(() => readText(value, reading())).message).toMatch(/object|list/);
		expect(readText('Say [object name] aloud', reading())).toBe('Say [object name] aloud');
	});

	it('that is secret is not shown where an object was written into it', () => {
		expect(readSecret(' s3cret ', reading())).toBe(' s3cret ');
		const { message, description } = failureOf(() => readSecret('s3cret [object Object]', reading()));
		expect(message + description).not.toContain('s3cret');
	});

	it.each([1.2345678901234567e19, 2 ** 53, 1e21, 1e-7, -Infinity])(
		'does not come from a number that has lost digits: %p',
		(number) => {
			for (const read of [readText, readLongText, readMessage])
				expect(failureOf(() => read(number, reading())).message).toContain('too many digits');
			expect([Number.MAX_SAFE_INTEGER, 12.5, -0.001].map((way) => readText(way, reading()))).toEqual([
				'9007199254740991',
				'12.5',
				'-0.001',
			]);
		},
	);

	it.each([
		'Hi undefined, shall we talk?',
		'Hi null!',
		'Dear null null',
		'You owe NaN dollars',
		'About [object Object]',
		'undefined',
	])('to a person must have its values: %s', (text) => {
		const left = /undefined|null|NaN|\[object Object\]/.exec(text)?.[0] ?? '';
		expect(failureOf(() => readMessage(text, reading())).message).toContain(left);
		expect(readMessage(text, reading({ sendsUnfilled: true }))).toBe(text);
	});

	it.each([
		'Hi Dana Null, shall we talk?',
		'The contract is null and void.',
		'nullify, undefinedness, NaNa',
		'Call nan',
		'',
	])('to a person may say: %s', (text) => {
		expect(readMessage(text, reading())).toBe(text);
	});
});

describe('a choice', () => {
	const choices = [
		{ name: 'Up to 100', value: 100 },
		{ name: 'SMS', value: 'sms' },
		{ name: 'Opted Out', value: true },
	];

	it.each([
		[100, 100],
		['100', 100],
		['up to 100', 100],
		['SMS', 'sms'],
		[' sms ', 'sms'],
		['opted out', true],
		[true, true],
	])('%p is %p', (value, chosen) => {
		expect(readChoice(value, reading({ choices }))).toBe(chosen);
	});

	it.each(['yes', 'no', false, '0'])('%p is none: the question may be the opposite of the label', (value) => {
		expect(() =>
			readChoice(value, reading({ choices: [...choices, { name: 'Not Opted Out', value: 'notOptedOut' }] })),
		).toThrow('must be one of the choices');
	});

	it('may be one of several', () => {
		const several = reading({
			choices: [...choices, { name: 'Mail, Paper', value: 'paper' }, { name: 'No Way', value: 'none' }],
		});
		expect(readChoices('SMS; up to 100', several)).toEqual(['sms', 100]);
		expect(readChoices(['none', 'Mail, Paper', 'paper'], several)).toEqual(['none', 'paper']);
		expect(readChoices('Mail, Paper', several)).toEqual(['paper']);
		for (const value of [['sms', 'fax'], 'sms, fax'])
			expect(failureOf(() => readChoices(value, several)).message).toContain('"fax"');
	});

	it('that is not offered is refused with the list of choices, unless the vendor may know more', () => {
		const { message, description } = failureOf(() => readChoice('fax', reading({ choices })));
		expect(message).toContain('fax');
		expect(description).toContain('SMS');
		expect(readAnyChoice('503', reading({ choices }))).toBe('503');
	});
});
