import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/eventually';
import { everyOne } from '../../support/everyOne';
import { SEARCHES } from '../../unit/panel/searches';
import { Beginner } from './beginner';
import { EMPTY_CANVAS } from './rowsOnCanvas';

const LAPTOP = { width: 1280, height: 720 };

const NODES = SEARCHES.map(([node]) => node);

/** Opens the list of nodes of an empty canvas. */
async function openList(beginner: Beginner): Promise<void> {
	await beginner.editor.openCanvas(EMPTY_CANVAS);
	await beginner.addFirstStep();
}

describe('the list of nodes, on the screen of a laptop', () => {
	let beginner: Beginner;

	beforeAll(async () => {
		beginner = await Beginner.atEditor({ viewport: LAPTOP });
	});

	afterEach(async () => await beginner.editor.endTest('node-creator'));

	afterAll(async () => await beginner?.editor.close());

	/** Whether the entry of this name is there without scrolling. */
	const isSeen = async (name: string): Promise<boolean> =>
		await eventually(name, async () => {
			const box = await beginner.inNodeList(name).boundingBox({ timeout: 1_000 });
			return box !== null && box.y + box.height <= LAPTOP.height;
		}).catch(() => false);

	test.each(SEARCHES.map(([node, , searches]) => [node, searches] as const))(
		'%s is found by its name and by what beginners type, without scrolling',
		async (node, searches) => {
			await openList(beginner);
			const missing: string[] = [];
			for (const words of [node, node.toLowerCase(), `${node} trigger`, ...everyOne(searches)]) {
				await beginner.searchAnew(words);
				if (!(await isSeen(node))) missing.push(words);
			}
			expect(missing).toEqual([]);
		},
	);

	test.each([
		['Kakiyo', 'On prospect replied'],
		['KaiCalls', 'On call ended'],
		['Kayse', 'On call ended'],
	])('under %s there is its trigger, which takes a place on the canvas', async (node, event) => {
		await openList(beginner);
		await beginner.takeNode(`${node} trigger`, node);
		await beginner.takeAction(event);
		expect(await beginner.readPanel()).toContain('Webhook URLs');
	});

	test('under an AI Agent, each node is found as a tool', async () => {
		await openList(beginner);
		await beginner.takeNode('ai agent', 'AI Agent');
		await beginner.addTool();
		for (const node of everyOne(NODES)) {
			await beginner.searchAnew(node);
			await beginner.inNodeList(`${node} Tool`).waitFor();
		}
	});
});

describe.each(['light', 'dark'] as const)('the list of nodes of the %s editor', (colorScheme) => {
	let beginner: Beginner;

	beforeAll(async () => {
		beginner = await Beginner.atEditor({ colorScheme });
		await openList(beginner);
	});

	afterEach(async () => await beginner.editor.endTest(`node-creator-${colorScheme}`));

	afterAll(async () => await beginner?.editor.close());

	test.each(NODES)('%s has its icon for these colours', async (node) => {
		await beginner.searchAnew(node);
		const icon = beginner.inNodeList(node).locator('img').first();
		expect(await icon.getAttribute('src')).toMatch(colorScheme === 'dark' ? /\.dark\.svg/ : /(?<!\.dark)\.svg/);
		expect(await icon.evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 0)).toBe(true);
	});
});
