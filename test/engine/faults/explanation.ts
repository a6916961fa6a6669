/** How to read docs/faults.md. */
export const INTRODUCTION = `# Fault matrix

Made by \`npm run test:faults\`; see \`test/engine/faults/\`. \`npm test\` runs a sample of it.

Every operation of all four nodes runs in n8n's own engine, over HTTP, against the sandbox. Each of its requests meets each fault once in a workflow
and once as a tool of an AI agent. In workflows, On Error = Stop, Continue and error output take turns; as a tool, the two ways in which n8n calls
tools take turns. Only the eight shapes of a 429 come once each: in a workflow or as a tool. If a fault leaves open whether the vendor has acted, the
vendor has acted in one of the two runs, and has not acted in the other. After a stop, the test presses Retry. It compares the items with the log of
the sandbox, by these rules and not with an earlier result:

- Nothing is done twice for an item, also by the Retry.
- Only finished requests are reported as "done". Only requests that were on their way when the answer was lost or spoilt are reported as "unknown".
- A request that may be sent again without harm (a read, a replacement, a deletion, and any request after a 429) is done in the end.
- Every item has a result or an error. An error is at the place that On Error names, and never among the successes.
- No text contains the API key or the LinkedIn password, though the answers of the faults contain them. Nothing goes to another host.

The words in the cells:

- **Done**, **read**: as without the fault.
- **As it came**: read, and passed on as the vendor wrote it.
- **Started**: the record or the run exists, and the node does not know how it goes on.
- **Perhaps**: it may have been done; doing it again is harmless.
- **Unknown**: it may have been done. The node does not send it again, and asks the user to look.
- **Not done**, **not read**: the item says why.

A tool waits for a limit less long than a workflow does. A node does not wait for a window of an hour at all: it says when the limit ends.
A cell has several words if the requests of an operation, or the two runs with a fault, differ. **5xx** stands for 500, 502, and 503 with and without Retry-After.
`;

/** The cells that say most. */
export const THREE_CELLS = `## Three cells to look at

- **KaiCalls: call > create, reset before**. The connection breaks before KaiCalls has done anything, so the phone has not rung. The cell says *unknown*, as in **reset after**, where the phone has rung.
  n8n cannot see a difference between the two. A second request would be right in the first case, and would ring twice in the second. So the node does not send a second one, also on Retry, and says so.
- **Kayse: client > delete, reset after**. Kayse deleted the client, and the answer was lost. Deleting twice is harmless, so the node tries again. Kayse answers that it does not know the client, and the node says *done*: the client is gone, as wanted.
- **Kakiyo: prospect > add, 429**. After this refusal, even a write is sent again, because the vendor says that it has not done it. The cell says *done* for all shapes in which vendors say how long to wait.
`;
