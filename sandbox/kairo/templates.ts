import { z } from 'zod';
import { queryInteger } from '../server/fields';
import type { FieldIssue } from '../server/route';
import { numbers } from '../tools/seedTools';
import { invalidRequest } from './errors';
import type { Kairo } from './kairo';
import type { KairoSettings } from './settings';

const templateCount = 25;
const defaultLimit = 10;
const cursorPrefix = 'after-';

const templates = numbers(templateCount).map((index) => ({
	id: `template_${index + 1}`,
	name: `Template ${index + 1}`,
}));

type Template = (typeof templates)[number];

const bodies: Record<
	KairoSettings['templates']['body'],
	(rows: Template[], next: { next_cursor?: string | null }) => unknown
> = {
	bare: (rows) => rows,
	data: (rows, next) => ({ data: rows, ...next }),
	nested: (rows, next) => ({ result: { templates: rows }, meta: { count: rows.length, ...next } }),
};

/** `style` chooses the way of paging; the names of the other parameters are a setting. */
export const templatesQuery = z
	.object({ style: z.enum(['cursor', 'page', 'offset']).default('cursor') })
	.catchall(z.string());

/** One page of invented templates, for a client that is told how an API pages. */
export function templatePage(kairo: Kairo, { style, ...given }: z.output<typeof templatesQuery>): unknown {
	const names = kairo.settings.templates;
	const reject = (issue: FieldIssue) => invalidRequest(kairo, [issue]);

	function whole(field: string, text: string, minimum: number): number {
		const { success, data } = queryInteger(minimum).safeParse(text);
		if (!success) throw reject({ field, message: `Must be a whole number from ${minimum}` });
		return data;
	}

	const positionName = names[style];
	const { [names.limit]: limitText, [positionName]: position, ...unknown } = given;
	for (const field of Object.keys(unknown)) throw reject({ field, message: 'Unknown parameter' });
	const limit = limitText === undefined ? defaultLimit : whole(names.limit, limitText, 1);

	function start(): number {
		if (names.stuck || position === undefined) return 0;
		switch (style) {
			case 'cursor':
				return whole(positionName, position.replace(cursorPrefix, ''), 1);
			case 'page':
				return (whole(positionName, position, names.firstPage) - names.firstPage) * limit;
			case 'offset':
				return whole(positionName, position, 0);
		}
	}

	const first = start();
	const end = first + limit;
	const next_cursor = end < templates.length ? `${cursorPrefix}${end}` : null;
	return bodies[names.body](templates.slice(first, end), style === 'cursor' ? { next_cursor } : {});
}
