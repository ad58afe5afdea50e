using System.Text;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Drafts;

namespace PartyCms.WeChat.Client.Materials;

/// <summary>素材: pictures and other files at WeChat. Ids and addresses are the account's own; no other account has them.</summary>
internal sealed class MaterialClient(WeChatApi api)
{
    /// <summary>
    /// Uploads a picture for the text of articles: <c>jpg</c> or <c>png</c> below 1 MB. It does not count in the library,
    /// so it is repeated when an answer is lost.
    /// </summary>
    public Task<WeChatResult<UploadedArticleImage>> UploadArticleImageAsync(UploadFile file, CancellationToken cancellationToken) =>
        api.SendAsync<UploadedArticleImage>(
            Call(ApiCall.Upload("/cgi-bin/media/uploadimg", file)) with { IsRepeatable = true }, cancellationToken);

    /// <summary>
    /// Puts a picture into the library, such as a cover: at most 10 MB of <c>jpg</c>, <c>png</c>, <c>gif</c> or <c>bmp</c>.
    /// Never repeated: a second call would put it there twice.
    /// </summary>
    public Task<WeChatResult<AddedMaterial>> AddImageAsync(UploadFile file, CancellationToken cancellationToken) =>
        AddAsync("image", file, [], cancellationToken);

    /// <summary>Puts a recording into the library: at most 2 MB and 60 seconds of <c>mp3</c>, <c>wma</c>, <c>wav</c> or <c>amr</c>.</summary>
    public Task<WeChatResult<AddedMaterial>> AddVoiceAsync(UploadFile file, CancellationToken cancellationToken) =>
        AddAsync("voice", file, [], cancellationToken);

    /// <summary>Puts a small cover into the library: at most 64 KB of <c>jpg</c>.</summary>
    public Task<WeChatResult<AddedMaterial>> AddThumbAsync(UploadFile file, CancellationToken cancellationToken) =>
        AddAsync("thumb", file, [], cancellationToken);

    /// <summary>Puts a video into the library: at most 10 MB of <c>mp4</c>.</summary>
    public Task<WeChatResult<AddedMaterial>> AddVideoAsync(
        UploadFile file, string title, string introduction, CancellationToken cancellationToken) =>
        AddAsync(
            "video",
            file,
            [new("description", Encoding.UTF8.GetString(WeChatJson.Write(new VideoDescription(title, introduction))))],
            cancellationToken);

    /// <summary>Lets WeChat keep a file for three days.</summary>
    /// <param name="type"><c>image</c> (2 MB), <c>voice</c> (2 MB), <c>video</c> (10 MB) or <c>thumb</c> (64 KB).</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<TemporaryMedia>> UploadTemporaryAsync(string type, UploadFile file, CancellationToken cancellationToken) =>
        api.SendAsync<TemporaryMedia>(
            Call(ApiCall.Upload("/cgi-bin/media/upload", file).With("type", type)) with { IsRepeatable = true }, cancellationToken);

    /// <summary>A file that WeChat keeps for three days, such as a picture that a follower sent; no video.</summary>
    public Task<WeChatResult<DownloadedFile>> DownloadTemporaryAsync(string mediaId, CancellationToken cancellationToken) =>
        DownloadAsync(ApiCall.Get("/cgi-bin/media/get", new KeyValuePair<string, string>("media_id", mediaId)), cancellationToken);

    /// <summary>A recording that a page made, in the better of WeChat's two qualities.</summary>
    public Task<WeChatResult<DownloadedFile>> DownloadRecordingAsync(string mediaId, CancellationToken cancellationToken) =>
        DownloadAsync(ApiCall.Get("/cgi-bin/media/get/jssdk", new KeyValuePair<string, string>("media_id", mediaId)), cancellationToken);

    /// <summary>A picture or recording of the library.</summary>
    public Task<WeChatResult<DownloadedFile>> DownloadAsync(string mediaId, CancellationToken cancellationToken) =>
        DownloadAsync(Get(mediaId), cancellationToken);

    /// <summary>A video of the library.</summary>
    public Task<WeChatResult<StoredVideo>> GetVideoAsync(string mediaId, CancellationToken cancellationToken) =>
        api.SendAsync<StoredVideo>(Call(Get(mediaId)), cancellationToken);

    /// <summary>Articles of the library.</summary>
    public Task<WeChatResult<StoredNews>> GetNewsAsync(string mediaId, CancellationToken cancellationToken) =>
        api.SendAsync<StoredNews>(Call(Get(mediaId)), cancellationToken);

    /// <summary>Takes something out of the library; drafts that use it lose it.</summary>
    public Task<WeChatResult<Acknowledged>> DeleteAsync(string mediaId, CancellationToken cancellationToken) =>
        api.TellAsync(Call(ApiCall.Ask("/cgi-bin/material/del_material", new MediaReference(mediaId))), cancellationToken);

    public Task<WeChatResult<MaterialCount>> CountAsync(CancellationToken cancellationToken) =>
        api.SendAsync<MaterialCount>(Call(ApiCall.Get("/cgi-bin/material/get_materialcount")), cancellationToken);

    /// <summary>A part of the library, newest first.</summary>
    /// <param name="type"><c>image</c>, <c>video</c> or <c>voice</c>.</param>
    /// <param name="offset">From 0.</param>
    /// <param name="count">1 to 20.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<MaterialPage>> ListAsync(string type, int offset, int count, CancellationToken cancellationToken) =>
        api.SendAsync<MaterialPage>(
            Call(ApiCall.Ask("/cgi-bin/material/batchget_material", new MaterialPageQuery(type, offset, count))), cancellationToken);

    private static ApiCall Call(ApiCall call) => call with { Needs = Capability.Materials };

    private static ApiCall Get(string mediaId) =>
        ApiCall.Ask("/cgi-bin/material/get_material", new MediaReference(mediaId)) with { IsLarge = true };

    private Task<WeChatResult<AddedMaterial>> AddAsync(
        string type, UploadFile file, KeyValuePair<string, string>[] fields, CancellationToken cancellationToken) =>
        api.SendAsync<AddedMaterial>(
            Call(ApiCall.Upload("/cgi-bin/material/add_material", file, fields).With("type", type)), cancellationToken);

    // Errors of a download come as JSON with status 200 as well; the transport has looked for them.
    private async Task<WeChatResult<DownloadedFile>> DownloadAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(Call(call) with { IsLarge = true }, cancellationToken);
        return answer.Error is { } error
            ? error
            : AnswerText.LooksLikeObject(answer.Body.Span)
                ? WeChatError.Answered(Errors.WeChatCode.InvalidMediaId, "The id belongs to something that is no file.")
                : new DownloadedFile(answer.Body, answer.ContentType);
    }
}
