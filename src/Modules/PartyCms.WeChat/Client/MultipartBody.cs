using System.Net.Http.Headers;
using System.Text;
using PartyCms.WeChat.Client.Materials;

namespace PartyCms.WeChat.Client;

/// <summary>
/// A form with a file in the only shape WeChat reads; to the framework's it answers 41005 (no media data). The boundary
/// stands without quotes, names and file name stand in quotes, and there is no <c>filename*</c>.
/// </summary>
internal static class MultipartBody
{
    public static MultipartFormDataContent Of(UploadFile file, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var boundary = "PartyCms" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(12));
        var form = new MultipartFormDataContent(boundary);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);
        form.Add(Part(new ReadOnlyMemoryContent(file.Bytes), $"form-data; name=\"media\"; filename=\"{file.Name}\"", file.ContentType));
        foreach (var (name, value) in fields)
        {
            form.Add(Part(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), $"form-data; name=\"{name}\"", null));
        }

        return form;
    }

    private static HttpContent Part(HttpContent content, string disposition, string? contentType)
    {
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        return content;
    }
}
