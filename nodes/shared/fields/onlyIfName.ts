import type { INodeProperties } from 'n8n-workflow';

import { ONLY_IF_NAME, onlyIfNameOption, type NamedRecord } from '../operations/onlyIfName';
import { shownFor } from './displayed';
import { leftToModel } from './leftToModel';
import { shownInTool } from './tool';

/** What a model is asked for, so that n8n's approval step shows who it is about. In a workflow it is an option. */
export const onlyIfNameInTool = ({ noun }: NamedRecord): INodeProperties => ({
	...shownInTool(onlyIfNameOption),
	default: leftToModel(onlyIfNameOption, { text: `Name of the ${noun}, which is checked first, or empty` }),
});

/** The option, for those operations that have it as tools. @param properties of all resources */
export const onlyIfNameOptions = (properties: INodeProperties[]): INodeProperties[] => {
	const operations = new Map<string, string[]>();
	for (const { name, displayOptions } of properties) {
		const { resource: [resource] = [], operation: [operation] = [] } = displayOptions?.show ?? {};
		if (name === ONLY_IF_NAME) operations.set(String(resource), [...(operations.get(String(resource)) ?? []), String(operation)]);
	}
	return [...operations].flatMap(([resource, those]) => shownFor({ '/resource': [resource], '/operation': those }, [onlyIfNameOption]));
};
