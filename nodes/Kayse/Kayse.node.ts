import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { listFields } from '../shared/fields/list';
import { includeQuotaOption, optionsField } from '../shared/fields/options';
import { everythingToExecutor } from '../shared/routing';
import { rowsPerRequestOption } from './operations/bulkOptions';
import { unseenFieldsOption } from './recordFields';
import { clearableFields, resourceMapping } from './resourceMapping';
import { legalCase } from './resources/case';
import { client } from './resources/client';
import { routing } from './vendor';

export class Kayse implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kayse',
		name: 'kayse',
		icon: { light: 'file:../../icons/kayse.svg', dark: 'file:../../icons/kayse.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Sync clients and cases of a law firm, start AI calls, text messages and emails',
		defaults: { name: 'Kayse' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'kayseOutreachApi', required: true }],
		requestDefaults: { baseURL: 'https://api.kayse.com/v1' },
		requestOperations: routing.unknownOperation,
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Case', value: 'case' },
					{ name: 'Client', value: 'client' },
				],
				default: 'client',
				routing: everythingToExecutor,
			},
			...legalCase,
			...client,
			...listFields(['getAll']),
			optionsField([includeQuotaOption, rowsPerRequestOption, unseenFieldsOption]),
		],
	};

	methods = { loadOptions: clearableFields, resourceMapping };
}
