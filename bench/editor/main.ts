import { parseArgs } from 'node:util';
import { ensureCommands } from '../../scripts/apt';
import { runBenchmark } from '../command';
import { conditions, markdownTable } from '../conditions';
import { writeMeasured } from '../generated';
import { n8nVersion } from '../n8nVersion';
import { spread } from '../spread';
import { startWorld, type World } from '../world';
import { searchableLists, timeUntilShown } from './lists';

const ROUNDS = 7;

/** A new browser, as n8n keeps lists that it has shown. */
async function openEditor({ n8nUrl, stub, credentials }: World) {
	const account = { baseUrl: stub.url, apiKey: '' };
	const sandbox = {
		origin: stub.url,
		kakiyo: account,
		kaicalls: account,
		kairo: account,
		kayse: { ...account, callsBaseUrl: stub.url },
	};
	process.env.E2E_WORLD = JSON.stringify({ n8nUrl, userFolder: '', sandbox, credentials });
	const { EditorPage } = await import('../../test/e2e/editorPage');
	return await EditorPage.launch();
}

/** All lists in turn, the order turned round every other round. @returns the times of each list (ms) */
async function race(world: World, rounds: number): Promise<number[][]> {
	const entries = searchableLists(world).map((list) => ({ list, times: [] as number[] }));
	// The first round warms n8n up.
	for (let round = 0; round <= rounds; round++) {
		for (const { list, times } of round % 2 === 0 ? entries : [...entries].reverse()) {
			const editor = await openEditor(world);
			const ms = await timeUntilShown(editor, list);
			await editor.close();
			console.log(`  ${list.name}: ${ms.toFixed(0)} ms`);
			if (round > 0) times.push(ms);
		}
	}
	return entries.map(({ times }) => times);
}

/** What `npm run bench:editor` does: docs/editor.md. With `-- --quick`, one round. */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
	ensureCommands(['chromium'], ['chromium'], 'the browser');
	const world = await startWorld(values);
	try {
		const [ours = [], theirs = []] = await race(world, values.quick ? 1 : ROUNDS);
		const [own, other] = searchableLists(world);
		const ratios = ours.map((ms, round) => ms / (theirs[round] ?? NaN));
		const times = markdownTable(
			['List', 'Until its first row is seen (ms)'],
			[
				[own?.name ?? '', spread(ours, 0)],
				[other?.name ?? '', spread(theirs, 0)],
				['Ratio', spread(ratios, 2)],
			],
		);
		const facts = conditions({ n8n: await n8nVersion(), Command: '`npm run bench:editor`' });
		await writeMeasured('editor.md', [facts, times].join('\n\n'));
	} finally {
		await world.close();
	}
}

runBenchmark(main);
