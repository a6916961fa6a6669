import { looksLikeDate } from '../../../../nodes/shared/values/phone/dates';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { read } from './reading';

const US = '+15125550100';
const GB = '+442079460958';

describe('how people write one telephone number', () => {
	it('is read without a country', () => {
		const written: Array<[string, string]> = [
			[US, '+1 (512) 555-0100'],
			[US, '+1.512.555.0100'],
			[US, '+1–512—555‑0100'],
			[US, '+1 512 555 0100'],
			[US, '＋１（５１２）５５５－０１００'],
			[US, '\u202a+1 512\u200b555\u2060 0100\u202c'],
			[US, '\ufeff+15125550100\r\n'],
			[US, "'+15125550100"],
			[US, '’+15125550100'],
			[US, '"+1 512 555 0100"'],
			[US, '="+15125550100"'],
			[US, 'tel:+1-512-555-0100'],
			[US, 'TEL:+1%20(512)%20555-0100'],
			[US, 'callto://+15125550100'],
			[US, '☎️ +1 512 555 0100'],
			[US, '📞+15125550100'],
			[US, 'whatsapp:+15125550100'],
			[US, 'p:+15125550100'],
			[US, 'Phone: +1 512 555 0100'],
			[US, 'Tel. +1 512 555 0100'],
			[US, 'Phone No.: +1 512 555 0100'],
			[US, 'Mobile number: +1 512 555 0100'],
			[US, '+1 512 555 0100 (mobile)'],
			[US, '+1 512 555 0100 cell'],
			[US, '+1 512 555 0100 phone number'],
			[US, '+1 512 555 0100 ext.'],
			[US, '+1 512 555 0100;'],
			[US, '+15125550100.0'],
			[US, '+15125550100,00'],
			[US, '+15,125,550,100'],
			[US, '0015125550100'],
			[US, '+0015125550100'],
			[US, '(+1) 512 555 0100'],
			[US, '+1 1 512 555 0100'],
			[GB, '+44 (0)20 7946 0958'],
			[GB, '+44 (0) 20 7946 0958'],
			[GB, '+44[0]2079460958'],
			[GB, '+44 020 7946 0958'],
			[GB, '0044 (0)20 7946 0958'],
			[GB, '+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨'],
			[GB, '+۴۴ ۲۰ ۷۹۴۶ ۰۹۵۸'],
			['+4930901820', '+49 (0) 30 901820'],
			['+4930901820', '+49 30/901820'],
			['+34911234567', '+34 (0)91 123 45 67'],
			// In Italy the zero belongs to the number.
			['+39061234567', '+39 06 123 4567'],
			['+39061234567', '+39 (0)6 123 4567'],
			['+74951234567', '+7 (8) 495 123-45-67'],
			['+78005553535', '+78005553535'],
			['+5491123456789', '+54 11 15 2345-6789'],
			['+80012345678', '+800 1234 5678'],
			['+43664123456', '+43 664123456.0'],
			['+393123456789', '(+39) 3123456789.0'],
			[US, '+1 5125550100.0'],
			[US, '+15,125,550,100.00'],
			['+4915123456789', "'+49 151 23456789,0 (mobile)"],
			// In Germany and Austria the digits of a desk are dialed.
			['+4930901820', '+49 (30) 90182-0'],
			['+43151234567', '+43 1 5123456 - 7'],
			['+33123456700', '+33.1.23.45.67.00'],
			['+32475123456', '+32 (0)475/12/34/56'],
			[US, '+1 512\n555 0100'],
			['+31120260131', '+31.12.026.01.31'],
		];
		for (const country of [undefined, 'FR'])
			expect(written.map(([, text]) => [read(text, country), text])).toEqual(written);
	});

	it('is read within a country', () => {
		const written: Array<[string, unknown, string]> = [
			[US, '(512) 555-0100', 'US'],
			[US, 5125550100, 'US'],
			[US, 15125550100, 'US'],
			[US, '1-512-555-0100', 'US'],
			[US, '512.555.0100', 'US'],
			[US, '5125550100.0', 'US'],
			[US, '512.555.0100', 'CA'],
			['+15125550000', '512555.0000', 'US'],
			[GB, '020 7946 0958', 'GB'],
			[GB, '(020) 7946 0958', 'GB'],
			[GB, '(0)20 7946 0958', 'GB'],
			[GB, 2079460958, 'GB'],
			[GB, '44 20 7946 0958', 'GB'],
			[GB, '011 44 20 7946 0958', 'US'],
			[GB, '0044 20 7946 0958', 'US'],
			['+4930901820', '030 / 90 18 20', 'DE'],
			['+78005553535', '8 (800) 555-35-35', 'RU'],
			['+3612345678', '06 1 234 5678', 'HU'],
			['+12684641234', '464-1234', 'AG'],
			['+43664123456', '664 123456.0', 'AT'],
			[US, '(512) 555-0100.00', 'US'],
			['+298211234', '211234.0', 'FO'],
			['+4312345678', '01/2345678', 'AT'],
			['+491711234567', '0171 / 123 45 67', 'DE'],
			// 0170 123 would be too short.
			['+491701230000', '0170 123.0000', 'DE'],
			['+6281234567890', '0812-3456-7890', 'ID'],
			['+6281234567890', '0812 345 678 90', 'ID'],
			['+4930901820', '(030) (901820)', 'DE'],
			['+687261234', '26.12.34', 'NC'],
			['+50220252026', '2025-2026', 'GT'],
			['+6588888888', '8888 8888', 'SG'],
			['+18004110100', '800-411-0100', 'US'],
			// A mobile number that begins with India's own calling code.
			['+919112345678', '91123 45678', 'IN'],
			['+919112345678', '91 91123 45678', 'IN'],
		];
		expect(written.map(([, text, country]) => [read(text, country), text, country])).toEqual(written);
	});

	it('is refused with the reason', () => {
		const written: Array<[string, unknown, string?]> = [
			['it has an extension (x11)', '+1-512-555-0100-x11'],
			['it has an extension (ext. 42)', '+1 (512) 555-0101 ext. 42'],
			['it has an extension (Ext 42)', '+1 (512) 555-0101 (Ext 42)'],
			['it has an extension (extension: 4)', '+15125550101 extension: 4'],
			['it has an extension (#42)', '+1 512 555 0101 #42'],
			['it has an extension (42#)', '+1 512 555 0101 - 42#'],
			['it has an extension (ext=42)', 'tel:+1-512-555-0101;ext=42'],
			['it has an extension (42)', '+15125550101,,42'],
			...[
				'int. 12',
				'interno 12',
				'Durchwahl 12',
				'DW 12',
				'Nebenstelle 12',
				'Klappe 12',
				'doorkiesnr 12',
				'doorkiesnummer: 12',
				'toestel 12',
				'anexo 12',
				'ramal 12',
				'extensión 12',
				'extensão 12',
				'ankn. 12',
				'wewn. 12',
				'dahili 12',
				'внутр. 12',
				'внутренний 12',
				'добавочный 12',
				'分机 12',
				'分機12',
				'内線12',
				'內線 12',
			].map((extension): [string, string] => [`it has an extension (${extension})`, `+32 2 123 45 67 ${extension}`]),
			['it has an extension (poste 12)', '+33 1 99 00 12 34 poste 12'],
			['it has an extension (доб. 5)', '+7 495 123-45-67 доб. 5'],
			['it is more than one number', '+15125550100 ::: +15125550101'],
			['it is more than one number', '+15125550100, +15125550101'],
			['it is more than one number', '+15125550100\n+15125550101'],
			['it is more than one number', '+15125550100; +15125550101'],
			['it is more than one number', '+15125550100 | 5125550101'],
			['it is more than one number', '512-555-0100 / 512-555-0101'],
			['it is more than one number', '512-555-0100 or 512-555-0101'],
			['it is more than one number', '+15125550100 +15125550101'],
			['it is more than one number', '5125550100 5125550101', 'US'],
			['a spreadsheet has rounded it', '5.12556E+09'],
			['a spreadsheet has rounded it', '+1,51256e+10'],
			['digits are missing', '+1 512 555 01XX'],
			['digits are missing', '512-555-****'],
			['digits are missing', '########'],
			['digits are missing', '+1 512 …'],
			['it is a fax number', 'Fax: +1 512 555 0100'],
			['it has 9 digits without the country code, but numbers of United States (+1) have 10', '+1 512 555 010'],
			['it has 11 digits without the country code, but numbers of United States (+1) have 10', '+1 512 555 01001'],
			['but numbers of United Kingdom (+44) have 7 or 9 or 10', '+44 20 7946'],
			['but numbers of Germany (+49) have 4 to 13', '+49 170 1234567890123'],
			['United States (+1) has no such number', '+1 000 000 0000'],
			['United States (+1) has no such number', '123-456-7890', 'US'],
			// A French number is none of the United States.
			['United States (+1) has no such number', '06 39 98 12 34', 'US'],
			['has no such number', '+44 0000 000000'],
			['no country has the code that it begins with', '+999 123 4567'],
			['no country has the code that it begins with', '+0512 555 0100'],
			['it has no country code', '(512) 555-0100'],
			['it has no country code', 15125550100],
			['it may be +494915112345678 or +4915112345678', '4915112345678', 'DE'],
			['it has an extension (0)', '+1 512 555 0100 (0)'],
			['it has an extension (512)', '555-2100 (512)', 'US'],
			['it has an extension (0)', '131-2345-6789-0', 'CN'],
			['it has an extension (68)', '8123 4567-68', 'SG'],
			['it has an extension (0)', '0151 23456789-0', 'DE'],
			['it has an extension (1)', '5125550100_1', 'US'],
			['it is more than one number', '+49 30 901820/21'],
			['it is more than one number', '030 123456 / 654321', 'DE'],
			['it is more than one number', '01 51234 - 51235', 'AT'],
			['it is more than one number', '+49 30 901820 oder 21'],
			['it has "²" in it', '+49 30 901820²'],
			['its last digits may be decimals', '512.555.0100.0', 'US'],
			['its last digits may be decimals', '030.901820.0', 'DE'],
			['its last digits may be decimals', '030 12345.00', 'DE'],
			['its last digits may be decimals', '030 1234.0000', 'DE'],
			[
				'it has 8 digits without the country code, but numbers of Germany (+49) that begin like it have more or fewer',
				'0170 12345.00',
				'DE',
			],
			['it has 10 digits without the country code, but numbers of Germany', '+49 1512 345678'],
			['it has 10 digits without the country code, but numbers of China', '131 2345 678', 'CN'],
			['it has 12 digits without the country code, but numbers of China', '+86 131 2345 67895'],
			['its last digits may be decimals', '+49 30 901820.5'],
			['numbers of United States (+1) have 10', '+1 512555010.0'],
			['numbers of United States (+1) have 10', '555-0100 (cell)', 'US'],
			...[
				'31.01.2026',
				'31. 01. 2026',
				'31/01/1990 10:30',
				'1/31/1990',
				'2026-01-31',
				'2026-01-31T00:00:00.000Z',
				'2026/01/31 10',
				"'31.01.2026",
				'1990',
				1990,
				'1990.0',
				'2026-01',
				'01/2026',
				'31.01.26',
				'1/31/90',
				'20260131',
				'2025/2026',
				'44227',
				44227,
				'44227.5',
			].map((written): [string, unknown, string] => ['it looks like a date', written, 'DE']),
			['it looks like a date', '2026-01-31'],
			['it repeats one digit', '9999999999', 'IN'],
			['it repeats one digit', '1111111', 'DE'],
			['it repeats one digit', '+1 555 555 5555'],
			['has no such number', '0000000', 'DE'],
			['United States (+1) has no such number', '512-911-0100', 'US'],
			['United States (+1) has no such number', '+1 512 155 0100'],
			// What says that a number must not be called is not taken off.
			['it has "no" in it', '+1 512 555 0100 no'],
			['it has "no" in it', '+1 512 555 0100 (no)'],
			['it has "no" in it', '+1 512 555 0100 no mobile'],
			['it has "no:" in it', 'no: +1 512 555 0100'],
			['it has "No" in it', 'No +1 512 555 0100'],
			['it has "No" in it', 'No. +1 512 555 0100'],
			['it has "no" in it', 'mobile no +1 512 555 0100'],
			['it has "do" in it', 'do not call +1 512 555 0100'],
			['it has "DNC" in it', '+1 512 555 0100 DNC'],
			['it has "nicht" in it', 'nicht +49 30 901820'],
			['it has "pas" in it', '+33 1 99 00 12 34 (pas le soir)'],
			['it has "❌" in it', '❌ +1 512 555 0100'],
			['it has "📵" in it', '📵+1 512 555 0100'],
			['it has "\u0336" in it', [...'+15125550100'].join('\u0336')],
			['it has "FLOWERS" in it', '+1 800 FLOWERS'],
			['it has "N" in it', 'N/A'],
			['it has "Ann" in it', 'Ann +1 512 555 0100'],
			['(got "+1 512⏎y"): ', '+1 512\ny'],
			['must be one telephone number', 5125550100.5],
			['must be one telephone number', -5125550100],
			['must be one telephone number', 1e21],
			['must be one telephone number', true],
			['must be one telephone number', ['+15125550100', '+15125550101']],
			['must be one telephone number', { number: '+15125550100' }],
		];
		expect(written.map(([, text, country]) => [read(text, country), text])).toEqual(
			written.map(([message, text]) => [expect.stringContaining(message), text]),
		);
	});
});

it('is read from a big integer, and not from a text of any length', () => {
	expect(read(15125550100n, 'US')).toBe(US);
	expect(read('1'.repeat(100_000))).toContain('must be one telephone number');
});

/** What people and their programs put between the digits of one number. */
const between = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2011', '\u2013', '\u202f', '\u200b', '/', ' - ');

const spelled = (digits: string) =>
	fc
		.array(between, { minLength: digits.length, maxLength: digits.length })
		.map((gaps) => [...digits].map((digit, place) => (place === 0 ? '' : gaps[place]) + digit).join(''));

/** No exchange is one of N11. A last zero behind a point would be a spreadsheet's. */
const number = fc
	.tuple(fc.constantFrom('212', '512', '808'), fc.integer({ min: 2_000_000, max: 9_999_999 }))
	.map(([area, rest]) => `${area}${rest}`)
	.filter((digits) => !/^.{4}11|0$/.test(digits));

const beginning = fc.constantFrom('+', "'+", 'tel:+', '\u202a+', ' +', '=“+', '00', '00 ', 'Phone: +', '+00');

const ending = fc.constantFrom('', ' ', '\n', ';', ' (cell)', '\u202c', '\ufeff');

/** Every sign that a file may hold, whole characters or not. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));

describe('all spellings of a number', () => {
	it('give one E.164, which is read as itself', () => {
		fc.assert(
			fc.property(
				number.chain((digits) => fc.tuple(fc.constant(digits), beginning, spelled(`1${digits}`), ending)),
				([digits, before, written, after]) => {
					expect(read(`${before}${written}${after}`)).toBe(`+1${digits}`);
					expect(read(read(`${before}${written}${after}`))).toBe(`+1${digits}`);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('within the country give the same', () => {
		fc.assert(
			fc.property(
				number.chain((digits) =>
					fc.tuple(
						fc.constant(digits),
						fc.constantFrom('', '1', '011 1'),
						spelled(digits).filter((written) => !looksLikeDate(written)),
						ending,
					),
				),
				([digits, before, written, after]) => expect(read(`${before}${written}${after}`, 'US')).toBe(`+1${digits}`),
			),
			{ numRuns: 500 },
		);
	});

	it('never fail in another way than by a message about the field', () => {
		fc.assert(
			fc.property(fc.anything(), anyText, (value, text) => {
				expect(typeof read(value)).toBe('string');
				expect(typeof read(text, 'GB')).toBe('string');
			}),
		);
	});
});
