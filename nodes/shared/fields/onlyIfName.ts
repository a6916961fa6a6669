import type { INodeProperties } from 'n8n-workflow';

import { doorsIn } from '../engine/door';
import { onlyIfNameOption, type NamedRecord } from '../operations/onlyIfName';
import { shownFor } from './displayed';
import { leftToModel } from './leftToModel';
import { shownInTool } from './tool';

/** What a model is asked for, so that n8n's approval step shows who it is about. In a workflow it is an option. */
export const onlyIfNameInTool = ({ noun }: NamedRecord): INodeProperties => ({
	...shownInTool(onlyIfNameOption),
	default: leftToModel(onlyIfNameOption, { text: `Name of the ${noun}, if known`, default: '' }),
});

/** The option, for the operations that know their record by its name. @param properties of all resources */
export const onlyIfNameOptions = (properties: INodeProperties[]): INodeProperties[] =>
	[...doorsIn(properties)].flatMap(([resource, doors]) => {
		const operations = [...doors].filter(([, { target }]) => target.operation.isNamed).map(([operation]) => operation);
		return operations.length === 0
			? []
			: shownFor({ '/resource': [resource], '/operation': operations }, [onlyIfNameOption]);
	});
