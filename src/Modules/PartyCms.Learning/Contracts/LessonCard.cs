namespace PartyCms.Learning.Contracts;

/// <summary>What everybody may know of the lesson of one day.</summary>
/// <param name="Title">Title.</param>
/// <param name="Summary">One or two sentences, plain text.</param>
/// <param name="Href">Address without origin, such as <c>/lessons/2026-11-22</c>.</param>
/// <param name="Day">The calendar day it belongs to.</param>
/// <param name="Minutes">How long it takes to read, in minutes.</param>
/// <param name="Topic">A word for its field, such as 安全; may be empty.</param>
public sealed record LessonCard(string Title, string Summary, string Href, DateOnly Day, int Minutes, string Topic);
