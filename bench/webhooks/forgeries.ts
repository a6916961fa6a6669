import type { Hostile } from '../../test/e2e/kakiyoTriggerHostile';
import { markdownTable } from '../conditions';

/** A trigger under attack. */
export interface Attacked {
	name: string;
	url: string;
	attack: Hostile[];
	/** Runs that were started, when all has been answered; one is of the genuine delivery. */
	runs: () => Promise<number>;
}

interface Answered {
	name: string;
	hostile: string;
	status: number;
	wanted: number[];
}

async function answersOf({ name, url, attack }: Attacked): Promise<Answered[]> {
	const answers: Answered[] = [];
	for (const { name: hostile, status: wanted, method = 'POST', body, headers, suffix = '' } of attack) {
		const response = await fetch(url + suffix, {
			method,
			headers: { 'content-type': 'application/json', ...headers },
			...(body !== undefined && { body }),
		});
		await response.arrayBuffer();
		answers.push({ name, hostile, status: response.status, wanted });
	}
	return answers;
}

const verdict = (isRight: boolean): string => (isRight ? 'yes' : '**no**');

/** Sends every forgery that the tests have, to each trigger. @returns a table of how many, and one of each with its answer */
export async function forgeryTables(triggers: Array<() => Promise<Attacked>>): Promise<string> {
	const sums: string[][] = [];
	const each: string[][] = [];
	for (const publish of triggers) {
		const trigger = await publish();
		const answers = await answersOf(trigger);
		const runs = (await trigger.runs()) - 1;
		const isRight = answers.every(({ status, wanted }) => wanted.includes(status));
		sums.push([trigger.name, String(answers.length), String(runs), verdict(runs === 0 && isRight)]);
		each.push(...answers.map(({ name, hostile, status }) => [name, hostile, String(status)]));
		console.log(`  ${trigger.name}: ${answers.length} forgeries`);
	}
	return [
		markdownTable(['Trigger', 'Forgeries', 'Runs that they started', 'Met'], sums),
		'<details><summary>Each of them, and its answer</summary>',
		markdownTable(['Trigger', 'Delivery', 'Answer'], each),
		'</details>',
	].join('\n\n');
}
