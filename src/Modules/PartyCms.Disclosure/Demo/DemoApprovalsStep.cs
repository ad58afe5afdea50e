using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PartyCms.Disclosure.Approval;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Disclosure.Demo;

/// <summary>Step <c>demo-disclosure-approvals</c>: a few documents in each state, so that every inbox of the demo has work in it.</summary>
internal sealed class DemoApprovalsStep(CmsDbContext db, ContentStore store, BranchDirectory branches, SiteTime time) : IRecipeStep
{
    private const string File = "demo-disclosure-approvals.json";

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public string Name => "demo-disclosure-approvals";

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        await using var stream = typeof(DemoApprovalsStep).Assembly.GetManifestResourceStream(File)!;
        var samples = await JsonSerializer.DeserializeAsync<IReadOnlyList<DemoApproval>>(stream, Options, cancellationToken);
        var people = await db.Set<RoleAssignment>().AsNoTracking().ToListAsync(cancellationToken);
        foreach (var sample in samples!)
        {
            await AddAsync(sample, people, cancellationToken);
        }

        report.Apply($"Added {samples.Count} disclosures on their way.");
    }

    private async Task AddAsync(DemoApproval sample, List<RoleAssignment> people, CancellationToken cancellationToken)
    {
        var branch = await branches.FindAsync(sample.Branch, cancellationToken)
            ?? throw new RecipeException($"{File}, '{sample.Slug}' names the unknown branch '{sample.Branch}'.");
        var outcome = await store.SaveDraftAsync(
            new ContentEdit { ContentType = DisclosureFields.ContentType, Parts = ToParts(sample, branch) }, cancellationToken);
        if (!outcome.IsDone)
        {
            throw new RecipeException($"{File}, '{sample.Slug}': {string.Join(" ", outcome.Problems.Select(problem => problem.Message))}");
        }

        if (sample.Stage == DemoStage.Draft)
        {
            return;
        }

        var secretary = people.Find(person => person.Role == Roles.Secretary && person.OrgUnitId == branch.Id)?.SubjectId;
        var reviewer = people.Find(person => person.Role == Roles.Reviewer)?.SubjectId;
        var approver = people.Find(person => person.Role == Roles.Approver)?.SubjectId;
        var at = time.Now.AddHours(-sample.HoursAgo);
        var text = outcome.Item;
        Log(ApprovalAct.Propose, secretary, "书记", at.AddHours(-30), null);
        if (sample.Stage == DemoStage.Returned)
        {
            Log(ApprovalAct.Return, reviewer, "审核人", at, sample.Opinion);
        }

        if (sample.Stage is DemoStage.Reviewed or DemoStage.Approved)
        {
            Log(ApprovalAct.Review, reviewer, "审核人", at.AddHours(-4), "数字已同台账核对。");
        }

        if (sample.Stage == DemoStage.Approved)
        {
            Log(ApprovalAct.Approve, approver, "审批人", at, null);
        }

        db.Add(new DisclosureCase
        {
            ContentItemId = text.ContentItemId,
            ContentItemVersionId = text.ContentItemVersionId,
            TextRevision = text.Revision,
            OrgUnitId = branch.Id,
            State = sample.Stage switch
            {
                DemoStage.Proposed => ApprovalState.Proposed,
                DemoStage.Reviewed => ApprovalState.Reviewed,
                DemoStage.Approved => ApprovalState.Approved,
                _ => ApprovalState.Draft,
            },
            Round = 1,
            SinceUtc = at,
            ProposerId = secretary,
            ReviewerId = sample.Stage is DemoStage.Reviewed or DemoStage.Approved ? reviewer : null,
            Stamp = 1,
        });

        void Log(ApprovalAct act, string? actorId, string actorName, DateTimeOffset occurred, string? opinion) =>
            db.Add(new DisclosureApproval
            {
                ContentItemId = text.ContentItemId,
                ContentItemVersionId = text.ContentItemVersionId,
                TextRevision = text.Revision,
                Round = 1,
                Act = act,
                ActorId = actorId,
                ActorName = actorName,
                OccurredUtc = occurred,
                Opinion = opinion,
            });
    }

    private JsonObject ToParts(DemoApproval sample, BranchInfo branch)
    {
        var parts = new JsonObject();
        parts.Set(ContentParts.Title, sample.Title);
        parts.Set(ContentParts.Summary, sample.Summary);
        parts.Set(ContentParts.Body, sample.Html);
        parts.Set(ContentParts.Permalink, sample.Slug);
        parts.Set(ContentParts.Branch, branch.Id.ToString());
        parts.Set(DisclosureFields.Group, sample.Group);
        parts.Set(DisclosureFields.Rhythm, sample.Rhythm);
        parts.Set(DisclosureFields.Scope, DisclosureFields.ScopeSociety);
        parts.Set(DisclosureFields.Statement, true);
        var year = time.Today.Year.ToString(CultureInfo.InvariantCulture);
        parts.Set(DisclosureFields.DocNo, sample.DocNo.Replace("{year}", year, StringComparison.Ordinal));
        return parts;
    }
}
