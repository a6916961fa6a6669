import { z } from 'zod';
import type { Run } from './state';

const fixedTokens = 200;
const dollarsPerToken = 0.00001;
const millionths = 1_000_000;

const failingInput = z.object({ fail: z.literal(true) });

/** Dollars without the noise of binary fractions. */
export function dollars(amount: number): number {
	return Math.round(amount * millionths) / millionths;
}

/** The result of a run: the same for the same input. */
export function resultOf(
	name: string,
	input: unknown,
	fails: boolean,
): Pick<Run, 'error' | 'output' | 'tokens' | 'cost_usd'> {
	const failed = fails || failingInput.safeParse(input).success;
	const text = JSON.stringify(input);
	const tokens = fixedTokens + text.length;
	return {
		error: failed ? 'The run was told to fail' : null,
		output: failed ? null : `${name} handled ${text}`,
		tokens,
		cost_usd: dollars(tokens * dollarsPerToken),
	};
}
