using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content;

/// <summary>What a document says of its own version and not of the content: it does not pass on to the next version.</summary>
public static class VersionParts
{
    /// <summary>Path of what the author says of a version, as Orchard Core's audit trail keeps it.</summary>
    public const string Comment = "AuditTrailPart.Comment";

    /// <summary>Longest comment, in characters.</summary>
    public const int CommentLength = 200;

    private static readonly string[] OwnOfVersion = [Comment, ChangeNotes.Kind, ChangeNotes.Note];

    /// <summary>The parts from which the next version begins.</summary>
    /// <param name="latest">The version it follows.</param>
    /// <param name="isContinued">Whether that is a draft on which work goes on, so that its comment holds.</param>
    public static JsonObject Continue(ContentItem latest, bool isContinued)
    {
        ArgumentNullException.ThrowIfNull(latest);
        var parts = latest.Parts.DeepClone().AsObject();
        return isContinued ? parts : Clear(parts);
    }

    /// <summary>Drops what concerns one version only; returns the same document.</summary>
    public static JsonObject Clear(JsonObject parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        foreach (var path in OwnOfVersion.Where(path => parts.Find(path) is not null))
        {
            parts.Set(path, null);
        }

        return parts;
    }
}
