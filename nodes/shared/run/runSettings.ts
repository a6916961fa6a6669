/** n8n's settings for the run. */
export interface RunSettings {
	/** On Error = Stop Workflow. */
	stopOnFailure: boolean;
	/** The node is the tool of an AI agent, which may do the same again on purpose. */
	isTool: boolean;
	/** On Error = Continue (using error output). */
	failuresApart: boolean;
	/** The output has the columns of the input, unless the user chooses otherwise. */
	includesInput: boolean;
	/** Another workflow has called this one. */
	isSubWorkflow: boolean;
}
