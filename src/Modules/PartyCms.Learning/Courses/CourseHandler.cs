using PartyCms.Kernel.Content;

namespace PartyCms.Learning.Courses;

/// <summary>Tells required courses from elective ones in lists.</summary>
internal sealed class CourseHandler : ContentHandler
{
    public override ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (item.ContentType == CourseParts.ContentType)
        {
            summary!.Facet = item.Parts.IsRequired() ? CourseParts.RequiredFacet : CourseParts.ElectiveFacet;
        }

        return ValueTask.CompletedTask;
    }
}
