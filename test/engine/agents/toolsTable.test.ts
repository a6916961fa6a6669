import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { offeredTools } from './offeredTools';
import { expectTable } from '../../support/pageTable';
import { APPROVED_FIRST, NOT_FOR_MODELS, RECOMMENDED } from './recommended';
import { setsTable } from './setsTable';
import { toolsTable } from './toolsTable';

const PAGE = join(__dirname, '../../../docs/tools.md');
const tools = offeredTools();

describe('docs/tools.md', () => {
	it('shows all tools as they are; `npm run docs` writes it', () => {
		const page = toolsTable(tools);
		if (process.env.WRITE_DOCS) writeFileSync(PAGE, page);
		expect(readFileSync(PAGE, 'utf8')).toBe(page);
	});

	it.each(Object.entries(RECOMMENDED))(
		'recommends 8 to 12 existing tools of %s, and none that is unfit for a model',
		(vendor, recommended) => {
			const all = tools.filter((tool) => tool.vendor === vendor).map(({ at }) => at);
			const kept = NOT_FOR_MODELS[vendor] ?? [];
			expect([...recommended, ...kept].filter((at) => !all.includes(at))).toEqual([]);
			expect(recommended.filter((at) => kept.includes(at))).toEqual([]);
			expect(recommended.length).toBeGreaterThanOrEqual(8);
			expect(recommended.length).toBeLessThanOrEqual(12);
		},
	);
});

describe('docs/agents.md', () => {
	it('says which tools to give a model, as they are; `npm run docs` writes it', () => {
		expectTable('docs/agents.md', setsTable([...new Set(tools.map(({ vendor }) => vendor))]));
	});

	it.each(Object.entries(RECOMMENDED))(
		'puts behind approval what contacts people or costs money, of the tools of %s',
		(vendor, recommended) => {
			const textOf = (at: string) => tools.find((tool) => tool.vendor === vendor && tool.at === at)?.text ?? '';
			const risky = recommended.filter((at) => /\breal (?:person|client)\b|\bCosts money\b/.test(textOf(at)));
			expect([...(APPROVED_FIRST[vendor] ?? [])].sort()).toEqual(risky.sort());
		},
	);
});
