import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { gapIn } from '../../../../nodes/shared/values/reading/gap';
import { readMessage, readMessageTemplate } from '../../../../nodes/shared/values/reading/message';
import { failureOf } from '../../support/failures';
import { reading } from '../../support/reading';

/** As n8n fills in a text: nothing where an expression yields nothing. */
function filled(template: string, values: Record<string, unknown>): string {
	return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

const gapOf = (template: string, values: Record<string, unknown> = {}) => gapIn(template, filled(template, values));

describe('a gap in a text', () => {
	it.each([
		['Hi {{ first }},', 'Hi ,'],
		['Hi {{first}}, your case {{ number }} is open.', 'Hi ,'],
		['Good day.\nDear {{ first }} {{ last }},\nwelcome', 'Dear ,'],
		['{{ first }}, we tried to reach you.', ','],
		['Hello\n{{ first }}! Call us.', '!'],
		['We will call about {{ topic }}.', 'We will call about .'],
		['Is {{ day }}, {{ time }}, fine?', 'Is ,'],
		['This is about {{ last }}’s claim', 'This is about ’s'],
		['你好 {{ first }}，', '你好 ，'],
		['Dear Mr. {{ last }}, call us', 'Dear Mr. ,'],
		['Hi {{ first }}\ncall us', 'Hi '],
		['Hi {{ first }}', 'Hi '],
		['Well, hi {{ first }} ', 'Well, hi '],
		['Hi "{{ first }}", call us', 'Hi ""'],
		['{{ greeting }}\nDear Frau {{ last }}', 'Dear Frau '],
	])('is seen in %j', (template, seen) => {
		expect(gapOf(template)).toMatchObject({ seen });
		expect(gapOf(template, { first: '', last: '  ', topic: ' ', day: '\u00a0', number: 7 })).toMatchObject({ seen });
		expect(
			gapOf(template, { first: 'Ann', last: 'Example', number: 7, topic: 'it', day: 'Monday', time: '9' }),
		).toBeUndefined();
	});

	it.each([
		'Hello {{ first }} and welcome',
		'Notes: {{ notes }}, Age: {{ age }}.',
		'We met{{ place }}, and talked.',
		'See you at {{ time }}',
		'Bonjour {{ first }} !',
		'- {{ point }}.',
		'({{ phone }})',
		'{{ greeting }}\nHow are you?',
		'{{ a }}{{ b }}',
		'Hello , world',
		'Regards, {{ signature }}',
		'We met Ann.\n{{ note }}',
		'<img alt="{{ first }}">',
	])('cannot be distinguished from real text in %j', (template) => {
		expect(gapOf(template)).toBeUndefined();
	});

	it('is not seen where every expression has brought something', () => {
		const word = fc.constantFrom('Ann', 'Hi', 'Dear', '7', 'Hi ,', ', ', 'x.');
		const literal = fc.constantFrom('Hi ', ', ', '. ', ' and ', 'Dear ', '!\n', 'we met ', '’s ');
		fc.assert(
			fc.property(fc.array(fc.tuple(literal, word), { minLength: 1, maxLength: 5 }), literal, (parts, end) => {
				fc.pre(parts.every(([, value]) => /^\w+$/.test(value)));
				const template = `${parts.map(([text], place) => `${text}{{ v${place} }}`).join('')}${end}`;
				const values = Object.fromEntries(parts.map(([, value], place) => [`v${place}`, value]));
				expect(gapOf(template, values)).toBeUndefined();
			}),
		);
	});
});

describe('a text to a person', () => {
	const template = 'Hi {{ $json.first_name }},';
	const fromTemplate = reading({ templateOf: () => template });

	it('with a gap is refused with the visible text and the expression without a result', () => {
		expect(failureOf(() => readMessage('Hi ,', fromTemplate)).message).toBe(
			'"Field" has a gap in it, "Hi ,": {{ $json.first_name }} brought nothing',
		);
	});

	it.each([
		'Hi , shall we talk?',
		'Dear Mr. ,',
		'Dear Mr.,',
		'Hello !',
		'Hi -, hello',
		'Hi ?, hello',
		'Hola , ¿qué tal?',
		'Hallo , wie geht es?',
		'Bonjour , on se parle ?',
		'Olá , tudo bem?',
		'Ciao , come va?',
		'Beste , wij bellen',
		'<p>Hi ,</p>',
		'Mrs. , your case is open',
	])('that greets no person is refused, from any source: %s', (text) =>
		expect(failureOf(() => readMessage(text, reading())).message).toContain('a name is missing'),
	);

	it.each([
		'Hi, shall we talk?',
		'Bonjour !',
		'Bonjour Madame, merci',
		'Hello! Call us',
		'Thanks !',
		'Dear Ann, hello',
		'Hi - shall we talk?',
		'Hi\nthere',
		'Hello there, Ann',
		'Hi {{first_name}}, hello',
		'It costs $5 (or {{price}})',
		'the dr , and I',
	])('that greets somebody, or all, goes out: %s', (text) => expect(readMessageTemplate(text, reading())).toBe(text));

	it.each([
		'Hi {{ $json.name }}',
		"Hi {{ $('Leads').item.json.name }}",
		'Hi {{ $node["A"].json.name }}',
		'Hi {{$input.item.json.x}}',
		'={{ name }}',
		'Hi $json.name',
		'See {{ DateTime.now() + $now }}',
		'Hi Jos\ufffd',
	])(
		'with an expression that n8n did not evaluate, or a lost letter, is refused, unless the user wants it: %s',
		(text) => {
			expect(failureOf(() => readMessage(text, reading())).message).toMatch(/so a value is missing|lost letter/);
			expect(readMessage(text, reading({ sendsUnfilled: true }))).toBe(text);
		},
	);

	it('goes out if it was written so, has its values, or is to be sent anyway', () => {
		expect(readMessage('About , that', reading())).toBe('About , that');
		expect(readMessage('Hi Ann,', fromTemplate)).toBe('Hi Ann,');
		expect(readMessage('Hi ,', { ...fromTemplate, sendsUnfilled: true })).toBe('Hi ,');
	});
});
