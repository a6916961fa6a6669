import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../contract/memory';
import type { Execution, ItemParameters } from '../contract/operation';
import type { HttpPort, SenderPorts } from '../http/ports';
import type { Spacing } from './nodeOptions';

/** The input items and the node's parameters. */
export interface ParametersPort {
	/** Input items of this run. */
	count: number;
	/** What an item is made from: its own data, and the parameters as the user wrote them, without options. Plain data. */
	origin(index: number): unknown;
	/** Each parameter of an item is evaluated once, when it is first read. */
	of(index: number): ItemParameters;
}

/** What the driver needs of the world. All of n8n lies behind it. */
export interface Ports extends SenderPorts {
	parameters: ParametersPort;
	http: HttpPort;
	memory: Memory;
	/** undefined when the user wants no pauses between items. */
	spacing: Spacing | undefined;
	/** What the node keeps from one execution to the next. */
	staticData(): IDataObject;
	execution: Execution | undefined;
	/** Stop was pressed. */
	isCancelled(): boolean;
}
