import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { expect, it } from '@jest/globals';

import { ROOT } from '../../../scripts/repository';
import { anchorsOf } from '../../support/anchors';

const pagesIn = (folder: string, recursive: boolean): string[] =>
	readdirSync(join(ROOT, folder), { recursive, encoding: 'utf8' })
		.filter((path) => path.endsWith('.md'))
		.map((path) => join(ROOT, folder, path));

const PAGES = [...pagesIn('.', false), ...pagesIn('.github', true), ...pagesIn('docs', true)];

const anchors = new Map(PAGES.map((page) => [page, anchorsOf(readFileSync(page, 'utf8'))]));

/** The links of a page to files of the repository, its pictures among them, and to places on pages. */
const linksOn = (page: string): string[] =>
	[...readFileSync(page, 'utf8').matchAll(/(?:\]\(|\bsrc(?:set)?=")(?!https?:|mailto:)([^)"\s]+)[)"]/g)].map(
		([, link = '']) => link,
	);

function leadsSomewhere(page: string, link: string): boolean {
	const [path = '', anchor] = link.split('#');
	const target = path === '' ? page : join(dirname(page), path);
	return existsSync(target) && (anchor === undefined || (anchors.get(target)?.has(anchor) ?? false));
}

it('every link and picture of a page is an existing file, and an existing place on its page', () => {
	const links = PAGES.flatMap((page) => linksOn(page).map((link) => ({ page, link })));
	expect(links.length).toBeGreaterThan(50);
	const broken = links.filter(({ page, link }) => !leadsSomewhere(page, link));
	expect(broken.map(({ page, link }) => `${relative(ROOT, page)}: ${link}`)).toEqual([]);
});
