import type { IHttpRequestMethods } from 'n8n-workflow';
import { z } from 'zod';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters, Operation } from '../../shared/contract/operation';
import type { Refusal } from '../../shared/contract/vendor';
import { eachItem } from '../../shared/operations/eachItem';
import { listDraft } from '../../shared/operations/list';
import { withQuery } from '../../shared/operations/prepare';
import { readJson } from '../../shared/operations/readers';
import { singleDraft, type Prepare } from '../../shared/operations/single';
import { readDataJson } from '../../shared/values/reading/dataJson';
import { isBlank, trimmed } from '../../shared/values/reading/nothing';
import { shown } from '../../shared/values/shown';
import { categories, type CategoryName } from '../endpoints';
import { enteredQuery, readQueryParameters } from '../request/queryParameters';
import { mayBeNoEndpoint } from '../paths/undocumented';
import { parameterNamesOf } from './parameterNames';
import { readPaging, type Paging } from './paging';
import { pathBelow } from './path';
import { readRoot } from './root';

/** Methods with a body. */
export const WITH_BODY: IHttpRequestMethods[] = ['POST', 'PUT', 'PATCH'];

const objectOrArray = z.union([z.record(z.unknown()), z.array(z.unknown())], {
	errorMap: () => ({ message: 'must be an object or an array' }),
});

function readMethod(item: ItemParameters, category: CategoryName): IHttpRequestMethods {
	const methods: readonly IHttpRequestMethods[] = categories[category].methods;
	const entered = item.parameter(parameterNamesOf(category).method, 'GET');
	const method = methods.find((one) => one === entered);
	if (method) return method;
	throw invalidInput(
		`"Method" must be one that KAIRO lists here (got "${shown(entered)}")`,
		`KAIRO lists ${methods.join(', ')}.`,
	);
}

/** On the root itself, KAIRO documents POST and suggests GET. Other methods could change everything in the category. */
const ON_ROOT: IHttpRequestMethods[] = ['GET', 'POST'];

/** The path of the request. An empty path means the root, also from an AI agent that only reads. */
function readPath(item: ItemParameters, category: CategoryName, method: IHttpRequestMethods): string {
	const root = readRoot(item, category);
	const name = parameterNamesOf(category).path;
	const entered = item.parameter(name, '');
	const isBrought = item.isExpression(name) && !(item.isTool && method === 'GET');
	const path = pathBelow(root, entered, isBrought, item.templateOf);
	if (path !== root || ON_ROOT.includes(method) || entered === '/') return path;
	throw invalidInput(
		`"Path" is empty, so ${method} would apply to everything below ${root}`,
		`Enter the part after ${root}, such as /123. If you mean ${root} itself, enter a single slash.`,
	);
}

const enteredBody: Prepare = (apiRequest, item) => {
	if (!WITH_BODY.includes(apiRequest.request.method)) return apiRequest;
	const value = item.parameter('body', '');
	const isText = typeof value === 'string';
	// A model leaves the text empty if it wants no body.
	const isLost = isText ? trimmed(value) === '' && item.isExpression('body') && !item.isTool : isBlank(value);
	if (isLost)
		throw invalidInput(
			'"Body (JSON)" is missing: its expression returned nothing',
			'Enter a body, or leave the field empty to send none.',
		);
	if (isText && trimmed(value) === '') return apiRequest;
	return {
		...apiRequest,
		request: {
			...apiRequest.request,
			body: readJson(
				readDataJson(value, { label: 'Body (JSON)', timeZone: item.timeZone }),
				'Body (JSON)',
				objectOrArray,
			),
		},
	};
};

/** The user entered the path, so errors show it as it was sent. */
const explained: Prepare = (apiRequest) => {
	const { method, path } = apiRequest.request;
	return {
		...apiRequest,
		uncertainPath: true,
		explain: ({ status }: Refusal) =>
			mayBeNoEndpoint(status)
				? {
						message:
							status === 405
								? `KAIRO does not accept ${method} at ${path}`
								: `KAIRO found nothing at ${method} ${path}`,
						description:
							'Check Method, Path and the IDs in it. If the root is wrong, enter another Category Root under Path Options.',
					}
				: undefined,
	};
};

/** Adds the parameters of the first page. @throws ItemFailure if the user also entered one of them */
const firstPage =
	({ first, style: { size } }: Paging): Prepare =>
	(apiRequest, item) => {
		const taken = [...Object.keys(first), ...(size ? [size.param] : [])];
		const twice = Object.keys(readQueryParameters(item)).find((name) => taken.includes(name));
		if (twice === undefined) return withQuery(apiRequest, first);
		throw invalidInput(
			`"Query Parameters" must not contain "${shown(twice)}", because Pagination sets it`,
			'Remove it from Query Parameters.',
		);
	};

/** API Request: a single request, or the pages of a list. */
export const requestBelow = (category: CategoryName): Operation =>
	eachItem(
		(item) => {
			const method = readMethod(item, category);
			const path = readPath(item, category, method);
			const prepare = [enteredQuery, enteredBody, explained];
			const paging = method === 'GET' ? readPaging(item) : undefined;
			return paging
				? listDraft({ path, page: paging.style, prepare: [...prepare, firstPage(paging)] }, item)
				: singleDraft({ method, path, prepare, mayBeEmpty: true }, item);
		},
		{
			endpoints: categories[category].methods.map((method) => `${method} ${categories[category].root}…`),
			answersRaw: true,
		},
	);
