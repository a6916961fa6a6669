import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { readWholeNumber } from '../values/reading/number';
import { readOption } from '../values/reading/option';
import { DEFAULT_LONGEST_TOKENS, LEAST_LONGEST_TOKENS } from './longest';

const LABEL = 'Longest Answer (Tokens)';
const NAME = 'longestAnswer';

/** For the Options of a node that is a tool; n8n shows it only there. */
export const longestAnswerOption: INodeProperties = {
	displayName: LABEL,
	name: NAME,
	type: 'number',
	typeOptions: { minValue: LEAST_LONGEST_TOKENS, numberPrecision: 0 },
	default: DEFAULT_LONGEST_TOKENS,
	description:
		'How long an answer to the model may be. A longer one ends between two records and says how many there are and how to ask for fewer. One token counts as four characters; in Greek, Cyrillic or Arabic as two; in Chinese, Japanese or Thai as one.',
	displayOptions: { show: { '@tool': [true] } },
};

/** @throws ItemFailure naming the option that is not valid */
export const readLongestAnswer = (item: ItemParameters): number =>
	readOption(item, `options.${NAME}`, LABEL, readWholeNumber, { min: LEAST_LONGEST_TOKENS }) ?? DEFAULT_LONGEST_TOKENS;
