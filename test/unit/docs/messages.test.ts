import { expect, it } from '@jest/globals';

import { rowsOf } from '../../support/pageTable';
import { userTexts } from '../support/userTexts';

/** README writes "…" for a value. */
const patternOf = (message: string): RegExp =>
	new RegExp(
		message
			.split('…')
			.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
			.join('.*'),
	);

it('README explains messages that the nodes have', () => {
	const texts = userTexts().map(({ text }) => text);
	const messages = rowsOf('README.md', '| Message |').map(([message = '']) => message);
	expect(messages.length).toBeGreaterThan(10);
	expect(messages.filter((message) => !texts.some((text) => patternOf(message).test(text)))).toEqual([]);
});
