import { z } from 'zod';
import { id, pageQuery, queryBoolean, queryInteger } from '../../server/fields';

/** Rows per batch request and ids per bulk delete. */
export const batchMaximum = 100;

const customData = z.string().max(3000);

const prospectFields = {
	name: z.string().min(1),
	url: z.string().url(),
	ongoing: z.boolean().default(false),
	customData: customData.optional(),
	/** The older form of customData, still sent by the vendor's own node. */
	additionalFields: z.array(z.object({ fieldName: z.string(), fieldValue: z.string() }).strict()).optional(),
};

const prospect = z.object(prospectFields).strict();
/** A prospect in a request that adds one or many. */
export type ProspectRow = z.output<typeof prospect>;

const prospects = z.array(prospect).min(1).max(batchMaximum);

export const addProspect = z.object({ campaignId: id, ...prospectFields }).strict();
export const addBatch = z.object({ campaignId: id, prospects }).strict();
export const addRoundRobin = z.object({ campaignIds: z.array(id), prospects }).strict();

export const importSalesNavigator = z
	.object({
		campaignId: id,
		searchUrl: z
			.string()
			.max(20_000)
			.regex(
				/^https:\/\/(?:www\.)?linkedin\.com\/sales\/search\/people\?(?:.*&)?query=./,
				'Must be a Sales Navigator people search URL',
			),
		requestedCount: z.union([z.literal(100), z.literal(250), z.literal(500)]).default(250),
		name: z.string().min(1).max(120).default('Sales Navigator import'),
	})
	.strict();

export const updateCustomData = z.object({ customData }).strict();

/** The 100 id cap has an error code of its own, so it is not checked here. */
export const bulkDelete = z.object({ prospectIds: z.array(id).min(1), campaignId: id.optional() }).strict();

export const listQuery = z
	.object({
		...pageQuery(25, 100),
		cursor: z.string().optional(),
		status: queryInteger(0).optional(),
		isPaused: queryBoolean.optional(),
		hasResponded: queryBoolean.optional(),
	})
	.strict();

export const searchQuery = z
	.object({
		...pageQuery(50, 100),
		query: z.string().optional(),
		campaignId: z.string().optional(),
		qualification: z.enum(['pending', 'qualified', 'disqualified']).optional(),
		status: queryInteger(0).optional(),
		city: z.string().optional(),
		country: z.string().optional(),
		hasResponded: queryBoolean.optional(),
		isPaused: queryBoolean.optional(),
	})
	.strict();
export type SearchQuery = z.output<typeof searchQuery>;
