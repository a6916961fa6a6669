import type { INodeProperties } from 'n8n-workflow';

import { onlyIfNameOption, type NamedRecord } from '../operations/onlyIfName';
import { leftToModel } from './leftToModel';
import { shownInTool } from './tool';

/** An argument for a model, so that n8n's approval step shows the name. In a workflow it is an option. */
export const onlyIfNameInTool = ({ noun }: NamedRecord): INodeProperties => ({
	...shownInTool(onlyIfNameOption),
	default: leftToModel(onlyIfNameOption, { text: `Name of the ${noun}, if known`, default: '' }),
});
