import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { ROOT } from '../../../scripts/repository';
import { control } from '../control';
import { Beginner } from '../editor/beginner';
import { EMPTY_CANVAS } from '../editor/rowsOnCanvas';
import { SCENES, type Scene } from './scenes';

const FOLDER = join(ROOT, 'docs/images');

/** Calls of the sandbox are over at once. */
const SHORT_CALLS = { ringsAfterSeconds: 0, answersAfterSeconds: 0, endsAfterSeconds: 1 };

describe.each(['light', 'dark'] as const)('pictures of the editor, %s', (colorScheme) => {
	let beginner: Beginner;

	beforeAll(async () => {
		mkdirSync(FOLDER, { recursive: true });
		beginner = await Beginner.atEditor({ colorScheme, viewport: { width: 1280, height: 720 } });
	});

	beforeEach(async () => {
		await control('reset');
		await control('configureKaiCalls', SHORT_CALLS);
	});

	afterAll(async () => await beginner?.editor.close());

	const take = async (file: string, of: Pick<Locator, 'screenshot'> = beginner.editor.page) => {
		const path = join(FOLDER, `${file}-${colorScheme}.png`);
		await of.screenshot({ path, animations: 'disabled', caret: 'hide' });
	};

	/** n8n's notice that a step has run lies over the result. */
	const closeNotice = async () => {
		const notice = beginner.editor.page.locator('.el-notification');
		await notice.locator('.el-notification__closeBtn').first().click();
		await notice.first().waitFor({ state: 'hidden' });
	};

	const shown: Record<NonNullable<Scene['executed']>, () => Promise<unknown>> = {
		result: async () => await beginner.output(),
		error: async () => await beginner.editor.part('node-error-message').first().waitFor(),
		listening: async () => await beginner.waitUntilListening(),
	};

	test('the list of nodes', async () => {
		await beginner.editor.openCanvas(EMPTY_CANVAS);
		await beginner.addFirstStep();
		await beginner.search('linkedin');
		await take('nodes', beginner.editor.part('node-creator'));
	});

	test.each(SCENES.map((scene) => [scene.file, scene] as const))(
		'%s',
		async (_, { file, workflow, open, executed }) => {
			await beginner.editor.openNode(await workflow(), open, 'ndv');
			if (executed) {
				await beginner.executeStep();
				await shown[executed]();
				if (executed !== 'listening') await closeNotice();
			}
			await take(file);
		},
	);
});
