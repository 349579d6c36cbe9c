// A walk through the decision tree (domain/kit/tree.json): where we are, what may be chosen, where that
// leads. Pure: it keeps no record and draws nothing. Whoever calls writes down each new `node` (op `at`) and does
// what a choice's `effect` asks. The same tree is checked in Rust, domain/src/kit.

/**
 * What somebody may choose at a node. `label` names the words; `goto` is a node, or `BEFORE`: back where we were.
 * `effect` says what is to be written down, with `value` where there is one to write.
 * @typedef {{label: string, goto: string, guard?: string, effect?: string, value?: string}} Choice
 */

/**
 * One place in the tree. `say` and `lines` name the words that stand there: the child's where it speaks to the
 * child, the worker's otherwise. `instead` has other words for a variant. `guide` and `law` are the worker's.
 * @typedef {object} Node
 * @property {string} id
 * @property {"worker" | "child"} speaks_to
 * @property {string} screen  file of that name in `screens/`
 * @property {string} say
 * @property {string[]} [lines]
 * @property {Record<string, string>} [instead]
 * @property {"invites" | "agrees" | "arranges" | "tells" | "limit"} [asks]
 * @property {string} [house]
 * @property {string} [stone]
 * @property {string[]} [ways]  first to last
 * @property {string} [guide]
 * @property {string} [law]
 * @property {string} [only_after]  nobody comes here before that node
 * @property {string} [end]  how the session ends here
 * @property {Choice[]} choices
 */

/** @typedef {"stop" | "break" | "important" | "back"} Always */

/**
 * @typedef {object} Tree
 * @property {string} start
 * @property {number} prompts_max  in one visit to one house
 * @property {Record<Always, Choice>} always
 * @property {string[]} parents  words that parents read, in order; each has a `…-title`
 * @property {Node[]} nodes
 */

/**
 * What guards ask about the session so far.
 * @typedef {object} Facts
 * @property {string} [level]  `a` to `e`
 * @property {number} [pages]  made so far, left out or not
 * @property {boolean} [asks_later]  an answer is still "ask me later"
 * @property {boolean} [important_said]  something important was said
 */

/** @type {Record<string, (facts: Facts, asked: number, most: number) => boolean>} */
const GUARDS = {
  young: (facts) => facts.level === "a",
  not_young: (facts) => facts.level !== "a",
  older: (facts) => facts.level === "c" || facts.level === "d",
  pages_made: (facts) => (facts.pages ?? 0) > 0,
  no_pages: (facts) => (facts.pages ?? 0) === 0,
  may_ask_more: (_, asked, most) => asked < most,
  asks_later: (facts) => facts.asks_later === true,
  none_asks_later: (facts) => facts.asks_later !== true,
  important_said: (facts) => facts.important_said === true,
  nothing_important: (facts) => facts.important_said !== true,
};

export class Walk {
  /** @type {Tree} */ #tree;
  /** @type {() => Facts} */ #facts;
  /** @type {Map<string, Node>} */ #nodes;
  /** @type {string[]} */ #path;

  /**
   * `path` is where an earlier walk of the same session has been, in order; an id that the tree does not have is
   * left out.
   * @param {Tree} tree
   * @param {Facts | (() => Facts)} facts  read anew at each step
   * @param {string[]} path
   */
  constructor(tree, facts, path = []) {
    this.#tree = tree;
    this.#facts = typeof facts === "function" ? facts : () => facts;
    this.#nodes = new Map(tree.nodes.map((node) => [node.id, node]));
    this.#path = path.filter((id) => this.#nodes.has(id));
    if (this.#path.length === 0) this.#path.push(tree.start);
  }

  /** Where we are. */
  get node() {
    return this.#get(this.#path[this.#path.length - 1] ?? this.#tree.start);
  }

  /** Where we have been, in order, this node last. */
  get path() {
    return [...this.#path];
  }

  /** How the session ends here, or nothing while it goes on. */
  get end() {
    return this.node.end;
  }

  /** Prompts asked in this visit to this house; 0 outside a house. */
  get asked() {
    const house = this.node.house;
    if (house === undefined) return 0;
    const been = this.#path.filter((id, nth) => !this.#is_aside(id) && !this.#comes_back(nth));
    const nodes = been.map((id) => this.#get(id));
    const before = nodes.findLastIndex((node) => node.house !== house);
    return nodes.slice(before + 1).filter((node) => node.asks === "invites").length;
  }

  /** What may be chosen here and now. @returns {Choice[]} */
  choices() {
    return this.node.choices.filter((choice) => this.#allows(choice));
  }

  /**
   * Takes the choice of that label and goes where it leads. Answers with the choice, or with null where it is not
   * offered here and now.
   * @param {string} label
   */
  choose(label) {
    const choice = this.choices().find((each) => each.label === label);
    if (choice === undefined) return null;
    this.#enter(choice.goto);
    return choice;
  }

  /** From any of the child's nodes. @returns {Node} */
  stop() {
    return this.#aside("stop");
  }

  /** From any of the child's nodes. @returns {Node} */
  take_break() {
    return this.#aside("break");
  }

  /** Something important was said: from any of the child's nodes. @returns {Node} */
  important() {
    return this.#aside("important");
  }

  /** One step back, as if the last had not been taken; at the first node, and after the end, it stays. */
  back() {
    if (this.#path.length > 1 && this.end === undefined) this.#path.pop();
    return this.node;
  }

  /**
   * Goes straight to a node. Not past what has to come first: then false, and nobody has moved.
   * @param {string} id
   */
  jump(id) {
    const node = this.#nodes.get(id);
    if (node === undefined || node.end !== undefined || this.end !== undefined) return false;
    if (!this.#is_open(id)) return false;
    this.#path.push(id);
    return true;
  }

  /** The words for this node in a variant. @param {string} [variant] */
  say(variant) {
    return this.node.instead?.[variant ?? ""] ?? this.node.say;
  }

  /** @param {Choice} choice */
  #allows(choice) {
    if (!this.#is_open(choice.goto)) return false;
    if (choice.guard === undefined) return true;
    const guard = GUARDS[choice.guard];
    return guard !== undefined && guard(this.#facts(), this.asked, this.#tree.prompts_max);
  }

  /** @param {Always} way */
  #aside(way) {
    if (this.node.speaks_to === "child" && this.end === undefined) this.#enter(this.#tree.always[way].goto);
    return this.node;
  }

  /** @param {string} goto */
  #enter(goto) {
    this.#path.push(goto === "BEFORE" ? (this.#before(this.#path.length) ?? this.#tree.start) : goto);
  }

  /** The child's node that a stop, a break or the card was opened from. @param {number} until */
  #before(until) {
    const been = this.#path.slice(0, until);
    return been.findLast((id) => !this.#is_aside(id) && this.#get(id).speaks_to === "child");
  }

  /** Whether a step of the path is only a coming back: nothing is asked again. @param {number} nth */
  #comes_back(nth) {
    return this.#is_aside(this.#path[nth - 1] ?? "") && this.#path[nth] === this.#before(nth);
  }

  /** Whether what has to come before a node has come. @param {string} id */
  #is_open(id) {
    const first = this.#nodes.get(id)?.only_after;
    return first === undefined || this.#path.includes(first);
  }

  /** Whether a node is a break, a stop or the card for something important: not a place to come back to. */
  #is_aside(/** @type {string} */ id) {
    const { stop, break: pause, important } = this.#tree.always;
    return [stop.goto, pause.goto, important.goto].includes(id);
  }

  /** @param {string} id @returns {Node} */
  #get(id) {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`the tree has no node ${id}`);
    return node;
  }
}

/** The guards this walk knows, by name. @returns {string[]} */
export function guards() {
  return Object.keys(GUARDS);
}
