using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Client.DataCube;

/// <summary>
/// 数据统计: what WeChat itself counts, by days of Shanghai. A day is told from eight o'clock of the next; before that 61503
/// says that it is not ready. 61501 means that the span is too long or reaches today.
/// </summary>
internal sealed class DataCubeClient(WeChatApi api)
{
    /// <summary>Days of one question about followers.</summary>
    public const int MostDays = 7;

    /// <summary>For how many days WeChat goes on counting an article, the day it was sent among them.</summary>
    public const int ArticleDays = 7;

    /// <summary>Who came and who left, by day and by how they came; days without either are left out.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, yesterday at the latest; at most <see cref="MostDays" /> with the first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<DataCubeList<FollowerChange>>> FollowerChangesAsync(
        DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        AskAsync<FollowerChange>("/datacube/getusersummary", first, last, cancellationToken);

    /// <summary>How many followed at the end of each day.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, yesterday at the latest; at most <see cref="MostDays" /> with the first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<DataCubeList<FollowerTotal>>> FollowerTotalsAsync(
        DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        AskAsync<FollowerTotal>("/datacube/getusercumulate", first, last, cancellationToken);

    /// <summary>The articles that were mass-sent on a day, each with what it came to by then and on the days after.</summary>
    public Task<WeChatResult<DataCubeList<ArticleTotal>>> ArticlesAsync(DateOnly day, CancellationToken cancellationToken) =>
        AskAsync<ArticleTotal>("/datacube/getarticletotal", day, day, cancellationToken);

    private Task<WeChatResult<DataCubeList<T>>> AskAsync<T>(
        string path, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        api.SendAsync<DataCubeList<T>>(
            ApiCall.Ask(path, new DataCubeSpan(first, last)) with { Needs = Capability.Figures }, cancellationToken);
}
