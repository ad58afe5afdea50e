using System.Text.Json.Nodes;
using PartyCms.Contents.Editing.Defined;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;

namespace PartyCms.Contents.Editing;

/// <summary>A form of the editor on its way to the store.</summary>
/// <param name="Type">Content type.</param>
/// <param name="Opened">The item it changes; null for a new one.</param>
/// <param name="NewId">Id the form of a new item was opened with.</param>
/// <param name="Revision">Revision the form was opened on.</param>
/// <param name="Typed">What was typed, by path.</param>
/// <param name="Times">The times to publish and to take down at; null leaves them as they are.</param>
internal sealed record EditedForm(
    ContentType Type,
    EditedItem? Opened,
    string? NewId,
    int? Revision,
    IReadOnlyDictionary<string, string?> Typed,
    TypedTimes? Times = null)
{
    /// <summary>What was typed into the fields that the definition names, and which these are.</summary>
    public required DefinedForm Defined { get; init; }
}

/// <summary>Stores or publishes what was typed, after asking whether the caller may do so for that branch.</summary>
internal sealed class SaveEdited(
    ContentStore store, ContentAccess access, FindEditedItem find, BranchChoice branches, DefinedFields fields, FieldValidation rules,
    ChosenPeople people, Caller caller, SiteTime time)
{
    public async Task<ContentOutcome> RunAsync(EditedForm form, bool publish, CancellationToken cancellationToken)
    {
        var parts = form.Opened?.Parts.DeepClone().AsObject() ?? [];
        var problems = new List<ContentProblem>(TypedFields.Apply(parts, form.Typed));
        var isTimed = form.Times?.Apply(parts, form.Opened?.Latest, time, problems) == true;
        await CheckBranchAsync(form, parts, publish || isTimed, problems, cancellationToken);
        fields.Apply(parts, form.Defined.Plan, form.Defined.Typed);
        await people.CheckAsync(form.Type, form.Opened?.Parts, parts, problems, cancellationToken);
        EditorRules.Check(parts, form.Defined.Plan, publish || isTimed, problems);
        ChangeNotes.Check(parts, isNewEdition: (publish || isTimed) && form.Opened?.LiveHref is not null, problems);

        // The store holds the fields against their settings too, but only where nothing else is wrong, and as for a draft
        // where a time is set: what is incomplete would be found out at night, with nobody there to mend it.
        if (problems.Count > 0 || isTimed)
        {
            CheckFields(form.Type, parts, publish || isTimed, problems);
        }

        if (problems.Count > 0)
        {
            return new ContentOutcome(ContentVerdict.Invalid, null, problems);
        }

        var edit = new ContentEdit
        {
            ContentItemId = form.Opened?.Id,
            NewContentItemId = form.NewId,
            ContentType = form.Type.Name,
            Parts = parts,
            ExpectedRevision = form.Revision,
            DisplayText = form.Defined.DisplayText,
        };
        // Whoever gives a time means that time, whichever button is pressed.
        publish = publish && !isTimed;
        var outcome = await SaveAsync(edit, publish, cancellationToken);
        return outcome.Verdict == ContentVerdict.Conflict
            ? await ResolveAsync(form, edit, publish, cancellationToken) ?? outcome
            : outcome;
    }

    private void CheckFields(ContentType type, JsonObject parts, bool publish, List<ContentProblem> problems)
    {
        var known = problems.Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal);
        var found = new List<ContentProblem>();
        rules.Check(parts, type, publish, found);
        problems.AddRange(found.Where(problem => !known.Contains(problem.Path)));
    }

    private Task<ContentOutcome> SaveAsync(ContentEdit edit, bool publish, CancellationToken cancellationToken) =>
        publish ? store.PublishAsync(edit, cancellationToken) : store.SaveDraftAsync(edit, cancellationToken);

    // A second click, or an autosave that overtook the button, is no conflict between people.
    private async Task<ContentOutcome?> ResolveAsync(
        EditedForm form, ContentEdit edit, bool publish, CancellationToken cancellationToken)
    {
        var id = form.Opened?.Id ?? form.NewId;
        if (id is null || await find.RunAsync(id, cancellationToken) is not { } current || current.Latest.Author != caller.Name)
        {
            return null;
        }

        if (IsSame(edit.Parts, current.Latest.Parts) && (!publish || current.Latest.Published))
        {
            return new ContentOutcome(ContentVerdict.Done, current.Latest, []);
        }

        return form.Opened is null && current.State == ContentState.Draft
            ? await SaveAsync(
                edit with { ContentItemId = id, NewContentItemId = null, ExpectedRevision = current.Latest.Revision }, publish, cancellationToken)
            : null;
    }

    private static bool IsSame(JsonObject typed, JsonObject stored)
    {
        var mine = typed.DeepClone().AsObject();
        mine.Set(ContentParts.Permalink, stored.Text(ContentParts.Permalink));
        mine.Set(ContentParts.Body, HtmlSanitizer.Clean(mine.Text(ContentParts.Body) ?? ""));
        var theirs = stored.DeepClone().AsObject();
        theirs.Set(ContentParts.Body, theirs.Text(ContentParts.Body) ?? "");
        foreach (var part in new[] { "ChangeNotePart", "AuditTrailPart" })
        {
            mine.Remove(part);
            theirs.Remove(part);
        }

        return JsonNode.DeepEquals(mine, theirs);
    }

    private async Task CheckBranchAsync(
        EditedForm form, JsonObject parts, bool publish, List<ContentProblem> problems, CancellationToken cancellationToken)
    {
        var offered = await branches.ListAsync(form.Type, cancellationToken);
        if (string.IsNullOrEmpty(parts.Text(ContentParts.Branch)) && offered is [var only] && !branches.OffersPlatform(form.Type))
        {
            parts.Set(ContentParts.Branch, only.Id.ToString());
        }

        var text = parts.Text(ContentParts.Branch);
        Guid? branch = Guid.TryParse(text, out var id) ? id : null;
        if (branch is null && (form.Type.NeedsBranch || !await access.CanEditAsync(form.Type.Name, null, cancellationToken)))
        {
            problems.Add(new ContentProblem(ContentParts.Branch, "请选择这条内容属于哪个支部。"));
        }
        else if (!await access.CanEditAsync(form.Type.Name, branch, cancellationToken)
            || (publish && form.Opened is { MayPublish: false })
            || (publish && !await access.CanPublishAsync(form.Type.Name, branch, cancellationToken)))
        {
            problems.Add(new ContentProblem(ContentParts.Branch, "您不能为这个支部写内容，请另选一个。"));
        }
    }
}
