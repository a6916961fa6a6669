import { expect, it } from '@jest/globals';

import { inItems } from '../../../nodes/shared/batching/rowsInWords';
import { namesColumn } from '../../../nodes/shared/engine/expressions';
import { Secrets } from '../../../nodes/shared/http/secrets';
import { phoneFrom } from '../../../nodes/shared/values/phone/phone';
import { millisecondsOf } from '../support/busy';
import { allPatterns } from '../support/patterns';

const LENGTH = 1_000_000;

/** Of the processor, where it is as fast as a desktop's. */
const MOST_MILLISECONDS = 50;

/**
 * A busy or slow processor has many times as long as a single look at each sign takes on it: a worker of jest that has run for
 * long was seen to take more than four times. What grows with the square of the text takes minutes.
 */
const SINGLE_LOOK = /\p{L}/gu;
const MOST_SINGLE_LOOKS = 25;

/** A busy machine slows one look down, and seldom all of them. */
const LOOKS = 5;

const PARTS = [
	'a',
	' ',
	'0',
	'/',
	'.',
	'-',
	'@',
	'(',
	'[',
	'{{',
	'"',
	'%2F',
	'\\u002f',
	'<a',
	'\u202e',
	'\ud800',
	'\r\n',
	'. ',
	'1 ',
	'sk_live_',
];

/** The words that a pattern looks for keep it searching longest. */
const wordsOf = (pattern: RegExp): string[] =>
	pattern.source
		.replace(/\\./g, '')
		.match(/[\p{L}\p{N}@/ ]{2,}/gu)
		?.slice(0, 6) ?? [];

const looksFor = (pattern: RegExp) => (text: string) =>
	pattern.global ? text.replace(pattern, '') : pattern.test(text);

const isSlow = (pattern: RegExp, text: string): boolean =>
	Array.from({ length: LOOKS }).every(() => {
		const milliseconds = millisecondsOf(looksFor(pattern), text);
		if (milliseconds <= MOST_MILLISECONDS) return false;
		return milliseconds > MOST_SINGLE_LOOKS * millisecondsOf(looksFor(SINGLE_LOOK), text);
	});

async function usualTexts(): Promise<void> {
	new Secrets(['sk_live_Qz7XbT1mK9vR4wLp2YcN8d', 'p"ss word', 'abc'], 'sk_live_Qz7XbT1mK9vR4wLp2YcN8d').concealedText(
		'',
	);
	inItems({ kind: 'refused', message: 'clients[0].email', description: '' }, 'clients', [{ index: 0, size: 1 }]);
	namesColumn('={{ $json.client }}', 'client');
	for (const number of ['+12025550123', '+442079460958', '+61255501234']) phoneFrom(number, 'To', undefined);
}

it('no regular expression of the pack is busy for more than 50 ms with any megabyte of text', async () => {
	const patterns = await allPatterns(usualTexts);
	const tries = patterns.flatMap((pattern) =>
		[...new Set([...PARTS, ...wordsOf(pattern)])].map((part) => ({ pattern, part })),
	);
	const areSlow = ({ pattern, part }: { pattern: RegExp; part: string }): boolean =>
		isSlow(pattern, `${part.repeat(Math.ceil(LENGTH / part.length))}!`);
	// What other tests have slowed down at the moment is looked at once more when all others are done.
	const slow = tries.filter(areSlow).filter(areSlow);
	expect(patterns.length).toBeGreaterThan(300);
	expect(slow.map(({ pattern, part }) => `${String(pattern)} on ${JSON.stringify(part)}, again and again`)).toEqual([]);
}, 600_000);
