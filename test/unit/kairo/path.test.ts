import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pathBelow } from '../../../nodes/Kairo/apiRequest/path';
import { readRoot } from '../../../nodes/Kairo/apiRequest/root';
import { categories } from '../../../nodes/Kairo/endpoints';
import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { itemWith } from '../support/items';
import { failureOf } from '../support/failures';
import { hostilePath } from '../support/hostilePaths';

const ROOT = '/agents';
const BASE = 'https://api.kairo.test/v1';

const OTHER_FOLDER = 'leads to another folder with "." or ".."';
const LINE_BREAK = 'has a line break or another character in it that cannot be sent';

describe('a path of the user’s own', () => {
	it('is refused if an expression within a segment found nothing', () => {
		const templateOf = () => 'agent-{{ $json.p }}';
		expect(failureOf(() => pathBelow(ROOT, 'agent-', true, templateOf)).message).toBe(
			'"Path" is "agent-": its expression returned nothing',
		);
		expect(pathBelow(ROOT, 'agent-7', true, templateOf)).toBe('/agents/agent-7');
	});

	it.each([
		['', '/agents'],
		['/', '/agents'],
		['  ', '/agents'],
		['templates', '/agents/templates'],
		['/templates/', '/agents/templates'],
		[' /a1/runs ', '/agents/a1/runs'],
		['a b/ü', '/agents/a%20b/%C3%BC'],
		['a%20b/%C3%BC', '/agents/a%20b/%C3%BC'],
		['100%25', '/agents/100%25'],
		['a%2Fb', '/agents/a%2Fb'],
		['a%3Fb%23c', '/agents/a%3Fb%23c'],
		['a:b@c;d=e&f', '/agents/a%3Ab%40c%3Bd%3De%26f'],
		['{agentId}/...', '/agents/%7BagentId%7D/...'],
	])('%j goes to %s', (entered, path) => {
		expect(pathBelow(ROOT, entered)).toBe(path);
	});

	it.each([
		['https://evil.test/x', 'must be a path, not a full address'],
		['HTTP://evil.test', 'must be a path, not a full address'],
		['ftp+x://evil.test', 'must be a path, not a full address'],
		['//evil.test', 'must not have two slashes in a row'],
		['//', 'must not have two slashes in a row'],
		['a//b', 'must not have two slashes in a row'],
		['..', OTHER_FOLDER],
		['/../workflows', OTHER_FOLDER],
		['a/./b', OTHER_FOLDER],
		['%2e%2E/workflows', OTHER_FOLDER],
		['.%2e/workflows', OTHER_FOLDER],
		['%252e%252e/workflows', OTHER_FOLDER],
		['..%2fworkflows', OTHER_FOLDER],
		['%2e%2e%2fworkflows', OTHER_FOLDER],
		['a%2f..', OTHER_FOLDER],
		['%25zz%252f..%252f..%252fworkflows', OTHER_FOLDER],
		['%25c0%252f%252e%252e', OTHER_FOLDER],
		[`%${'25'.repeat(5)}2e%${'25'.repeat(5)}2e`, OTHER_FOLDER],
		[`%${'25'.repeat(30)}2e`, 'is percent-encoded too many times'],
		['x'.repeat(2_001), 'must have at most 2000 characters'],
		[`%${'25'.repeat(30_000)}2e`, 'must have at most 2000 characters'],
		[undefined, 'is missing: its expression returned nothing'],
		[null, 'is missing: its expression returned nothing'],
		[{ x: 1 }, 'must be a text'],
		[['a', '..'], 'must be a text'],
		[true, 'must be a text'],
		['..%5cworkflows', 'has a backslash in it'],
		['a\\b', 'has a backslash in it'],
		['a\nb', LINE_BREAK],
		['a%0d%0aHost: evil.test', LINE_BREAK],
		['a\u0000b', LINE_BREAK],
		['a\u0085b', LINE_BREAK],
		['a?limit=1', 'must not contain "?" or "#"'],
		['a#top', 'must not contain "?" or "#"'],
		['50%', 'contains characters that cannot be sent (got "50%")'],
		['\ud800', 'contains characters that cannot be sent (got "")'],
	])('%j is refused', (entered, flaw) => {
		const { kind, message, description } = failureOf(() => pathBelow(ROOT, entered));
		expect(kind).toBe('input');
		expect(message).toBe(`"Path" ${flaw}`);
		expect(description).toMatch(/Enter/);
	});

	it.each([
		'undefined',
		'/null',
		'NaN/notes',
		'[object Object]',
		'N/A',
		'/n/a/notes',
		'a1/-',
		'a%20/N%2FA',
		'agent-undefined',
		'\u200bundefined\u200b',
		'un\u200bdefined',
		'undefinedundefined',
	])('%j is the rest of an ID, not a path', (entered) => {
		for (const isBrought of [true, false]) {
			const { kind, message } = failureOf(() => pathBelow(ROOT, entered, isBrought));
			expect(kind).toBe('input');
			expect(message).toMatch(/^"Path" .*(?:found none|returned nothing)/);
		}
	});

	it.each(['', '  ', '/', '\u200b', ' / ', '/a1/', 'a1/notes/', 'a1//notes', '//', 'a1/\u200b'])(
		'%j from an expression is not a path: the expression found nothing',
		(entered) => {
			expect(failureOf(() => pathBelow(ROOT, entered, true)).message).toMatch(
				/^"Path" (is empty: its expression|ends in a slash: its expression|must not have two slashes)/,
			);
		},
	);

	it('from an expression is a path when it is complete', () => {
		const id = fc.stringMatching(/^[a-z]{2,8}_[0-9A-Z]{4,10}$/);
		fc.assert(
			fc.property(fc.array(id, { minLength: 1, maxLength: 4 }), (ids) => {
				expect(pathBelow(ROOT, `/${ids.join('/')}`, true)).toBe(`/agents/${ids.join('/')}`);
			}),
		);
		expect(pathBelow(ROOT, 412, true)).toBe('/agents/412');
	});

	it('is not a number that has lost digits', () => {
		expect(failureOf(() => pathBelow(ROOT, 2 ** 53, true)).message).toBe(
			'"Path" must be an ID (got "9007199254740992")',
		);
		expect(pathBelow(ROOT, '9007199254740993', true)).toBe('/agents/9007199254740993');
	});

	it.each([
		['/v2/agents', '/v2/agents/x'],
		['teams/', '/teams/x'],
		[undefined, 'below the category’s own'],
	])('goes below the root %j that the user enters', (entered, path) => {
		const root = readRoot(itemWith({ 'options.workflowRoot': entered }), 'workflow');
		expect(pathBelow(root, 'x')).toBe(entered === undefined ? `${categories.workflow.root}/x` : path);
	});

	it.each(['', '/', '..', '/a/../b', 'https://evil.test', '//evil.test', 'a?b', '%252e%252e/x', { x: 1 }])(
		'does not go below the root %j',
		(entered) => {
			const { kind, message } = failureOf(() => readRoot(itemWith({ 'options.workflowRoot': entered }), 'workflow'));
			expect(kind).toBe('input');
			expect(message).toMatch(/^"Category Root" /);
		},
	);

	it.each(['/agents/', '', '/agents/undefined'])('does not go below the root %j from an expression', (entered) => {
		const item = itemWith({ 'options.workflowRoot': entered }, { isExpression: () => true });
		expect(failureOf(() => readRoot(item, 'workflow')).message).toMatch(/^"Category Root" /);
	});

	it('reaches only paths below the root, even if it is decoded several times', () => {
		fc.assert(
			fc.property(hostilePath, (entered) => {
				let path: string;
				try {
					path = pathBelow(ROOT, entered);
				} catch (error) {
					expect(error).toBeInstanceOf(ItemFailure);
					return;
				}
				for (let decoded = path, before = ''; decoded !== before;) {
					const { origin, pathname } = new URL(BASE + decoded.replace(/[?#]/g, 'x'));
					expect(origin).toBe('https://api.kairo.test');
					expect(`${pathname}/`).toMatch(/^\/v1\/agents\//);
					before = decoded;
					try {
						decoded = decodeURIComponent(decoded);
					} catch {
						break;
					}
				}
				const { search, hash } = new URL(BASE + path);
				expect([search, hash]).toEqual(['', '']);
			}),
			{ numRuns: 2_000 },
		);
	});
});
