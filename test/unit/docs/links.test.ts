import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

import { expect, it } from '@jest/globals';

import { ROOT } from '../../../scripts/repository';
import { anchorsOf } from '../../support/anchors';
import { PAGES } from '../support/pages';

const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

const anchors = new Map(PAGES.map((page) => [page, anchorsOf(textOf(page))]));

/** The links of a page to files of the repository, its pictures among them, and to places on pages. */
const linksOn = (page: string): string[] =>
	[...textOf(page).matchAll(/(?:\]\(|\bsrc(?:set)?=")(?!https?:|mailto:)([^)"\s]+)[)"]/g)].map(([, link = '']) => link);

function leadsSomewhere(page: string, link: string): boolean {
	const [path = '', anchor] = link.split('#');
	const target = path === '' ? page : join(dirname(page), path);
	return existsSync(join(ROOT, target)) && (anchor === undefined || (anchors.get(target)?.has(anchor) ?? false));
}

it('every link and picture of a page is an existing file, and an existing place on its page', () => {
	const links = PAGES.flatMap((page) => linksOn(page).map((link) => ({ page, link })));
	expect(links.length).toBeGreaterThan(50);
	const broken = links.filter(({ page, link }) => !leadsSomewhere(page, link));
	expect(broken.map(({ page, link }) => `${page}: ${link}`)).toEqual([]);
});
