/** How n8n wants the run to be. */
export interface RunSettings {
	/** On Error = Stop Workflow. */
	stopOnFailure: boolean;
	/** The node is the tool of an AI agent, which may do the same again on purpose. */
	isTool: boolean;
	/** On Error = Continue (using error output). */
	failuresApart: boolean;
	/** The columns of the input come out again, unless the user wants otherwise. */
	includesInput: boolean;
	/** Another workflow has called this one. */
	isSubWorkflow: boolean;
}
