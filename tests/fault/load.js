// A mixed load: each member does one thing after the other, all at once, until told to stop or until nobody answers.
import { call, Gone, pause } from "./support.js";

const pick = (list) => list[Math.floor(Math.random() * list.length)];
const soon = (seconds) => new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, "");
const proposalText = "A Center keeps two people with the ballots.\n\n## Clauses\n\n### The rule is in writing\n";
const mostOpenBallots = 6;

export class Load {
  threads = []; // ids
  posts = []; // ids
  pages = new Map(); // handle → slug
  proposals = []; // ids
  ballots = []; // {id, proposal, secret} that take votes
  #count = 0;
  #stopped = false;
  #ended = false;

  constructor(truth, members) {
    this.truth = truth;
    this.members = members;
  }

  /// Runs until stop(), or until the server is gone. A refusal that no load like this should meet is thrown.
  async run(base) {
    this.#stopped = false;
    this.#ended = false;
    this.base = base;
    const rounds = [this.#write, this.#write, this.#save, this.#vote, this.#vote, this.#promote];
    const all = Promise.all(this.members.map((member, i) => this.#repeat(member, rounds[i % rounds.length])));
    await all.finally(() => (this.#ended = true));
  }
  stop() { this.#stopped = true; }
  /// Waits until it holds; no longer than the load runs.
  async until(holds) { while (!this.#ended && !holds()) await pause(100); }

  async #repeat(member, round) {
    while (!this.#stopped) {
      try {
        await round.call(this, member);
      } catch (error) {
        this.#stopped = true; // who has no ballot to vote in would wait for ever
        if (error instanceof Gone) return;
        throw error;
      }
    }
  }

  #newMark() { return `mark${++this.#count}`; }
  #ask(member, ...rest) { return call(this.base, member.token, ...rest); }

  async #read(member, path) {
    const { status, body } = await this.#ask(member, "GET", path);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /// Sends an act and notes the answer; `allowed` are refusals that may be.
  async #act(act, member, allowed, ...request) {
    const answer = await this.#ask(member, ...request);
    const done = answer.status < 300;
    if (!done && !allowed.includes(answer.status))
      throw new Error(`${request.slice(0, 2).join(" ")} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    this.truth.end(act, done);
    return done ? answer.body : null;
  }

  async #write(member) {
    const mark = this.#newMark();
    const act = this.truth.begin("post", mark);
    if (this.threads.length === 0 || Math.random() < 0.2) {
      const made = await this.#act(act, member, [], "POST", "/threads",
        { category: "poll-workers", kind: "question", title: `About ${mark}`, body: mark, tags: ["seals"] });
      this.threads.push(made.id);
      return;
    }
    const comments = Math.random() < 0.3 && this.posts.length > 0;
    const under = comments ? await this.#read(member, `/posts/${pick(this.posts)}`) : null;
    const answered = under?.reply_to === null ? under : null; // a comment takes no comment
    const made = await this.#act(act, member, [], "POST", `/threads/${answered?.thread ?? pick(this.threads)}/posts`,
      { body: mark, ...(answered ? { reply_to: answered.id } : {}) });
    this.posts.push(made.id);
    await this.#markHelpful(pick(this.members), made.id, member);
  }

  async #markHelpful(member, post, author) {
    if (member === author) return;
    const act = this.truth.begin("helped", `${post} ${member.name}`);
    await this.#act(act, member, [], "PUT", `/posts/${post}/vote`);
  }

  async #save(member) {
    const mark = this.#newMark();
    const slug = this.pages.get(member.name);
    if (!slug) {
      const made = await this.#act(this.truth.begin("save", mark), member, [], "POST", "/pages",
        { title: `Page ${mark}`, body: mark, summary: mark, area: "ballots-and-equipment" });
      this.pages.set(member.name, made.slug);
      return;
    }
    const page = await this.#read(member, `/pages/${slug}`);
    const lines = page.body.trim().split("\n\n").slice(-20);
    await this.#act(this.truth.begin("save", mark), member, [], "PUT", `/pages/${slug}`,
      { title: page.title, body: [...lines, mark].join("\n\n"), summary: mark, base_revision: page.revision });
  }

  async #vote(member) {
    if (this.ballots.length === 0) return pause(20);
    const { id, secret } = pick(this.ballots);
    const mark = this.#newMark();
    const act = this.truth.beginVote(id, member.name, secret, mark);
    await this.#act(act, member, [409], "PUT", `/ballots/${id}/vote`,
      { choice: pick(["approve_with_comments", "decline"]), reason: mark });
  }

  /// Begins proposals and brings one of them a step on: endorsed, a draft, discussed, voted on, void.
  async #promote(member) {
    if (this.proposals.length < 4 || Math.random() < 0.1) {
      const mark = this.#newMark();
      const made = await this.#act(this.truth.begin("proposal", mark), member, [], "POST", "/proposals",
        { title: `Two people ${mark}`, body: proposalText, summary: mark });
      this.proposals.push(made.id);
    }
    const proposal = await this.#read(member, `/proposals/${pick(this.proposals)}`);
    const steps = { idea: this.#endorse, draft: this.#consult, consultation: this.#discuss, ballot: this.#void };
    await steps[proposal.stage].call(this, member, proposal);
  }

  async #endorse(member, proposal) {
    for (const other of this.members.filter(({ name }) => name.startsWith("ada"))) {
      const act = this.truth.begin("endorsement", `${proposal.id} ${other.name}`);
      await this.#act(act, other, [], "POST", `/proposals/${proposal.id}/endorsement`, {});
    }
    await this.#move(member, proposal, { to: "draft" });
  }

  #consult(member, proposal) {
    return this.#move(member, proposal, { to: "consultation", consultation_closes: soon(3) });
  }

  async #move(member, proposal, change) {
    const mark = this.#newMark();
    await this.#act(this.truth.begin("stage", mark), member, [], "POST", `/proposals/${proposal.id}/stage`,
      { ...change, reason: mark });
  }

  /// Comments, answers them all, and opens a ballot once it may.
  async #discuss(member, proposal) {
    const mark = this.#newMark();
    const place = `/proposals/${proposal.id}`;
    await this.#act(this.truth.begin("comment", mark), member, [409], "POST", `${place}/comments`,
      { clause: "c1", revision: proposal.revision, body: mark });
    const comments = await this.#read(member, `${place}/comments`);
    for (const comment of comments.items.filter(({ disposition }) => !disposition))
      await this.#ask(member, "PUT", `/comments/${comment.id}/disposition`,
        { disposition: "declined", reason: "So it is." });
    if (Date.parse(proposal.consultation_closes) > Date.now()) return;
    const secret = proposal.id % 2 === 0;
    const act = this.truth.begin("ballot", `${proposal.id}`);
    const made = await this.#act(act, member, [409], "POST", `${place}/ballots`, {
      revision: proposal.revision, electorate: "members", secrecy: secret ? "secret" : "open", approval: "majority", quorum: "at least 1/2",
      closes: soon(86_400),
    });
    if (made) this.ballots.push({ id: made.id, proposal: proposal.id, secret });
  }

  async #void(member) {
    if (this.ballots.length <= mostOpenBallots) return;
    const mark = this.#newMark();
    const [{ id, proposal }] = this.ballots.splice(0, 1);
    await this.#act(this.truth.begin("voiding", mark), member, [], "POST", `/ballots/${id}/voiding`, { reason: mark });
    this.proposals = this.proposals.filter((other) => other !== proposal);
  }
}
