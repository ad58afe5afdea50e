using Microsoft.Extensions.Options;

namespace PartyCms.Media.Storage;

/// <summary>Each failure names the key, the fault and the remedy in one line.</summary>
internal sealed class MediaOptionsValidation : IValidateOptions<MediaOptions>
{
    public ValidateOptionsResult Validate(string? name, MediaOptions options)
    {
        IReadOnlyList<string> faults = options.Storage switch
        {
            MediaOptions.DiskStorage => [],
            MediaOptions.S3Storage => [.. FaultsOf(options.S3)],
            _ => [$"Cms:Media:Storage '{options.Storage}' is not known; use Disk or S3."],
        };
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(S3Options s3)
    {
        (string Key, string Value)[] needed =
            [(nameof(s3.Bucket), s3.Bucket), (nameof(s3.AccessKey), s3.AccessKey), (nameof(s3.SecretKey), s3.SecretKey)];
        foreach (var (key, _) in needed.Where(pair => string.IsNullOrWhiteSpace(pair.Value)))
        {
            yield return $"Cms:Media:S3:{key} is empty while Cms:Media:Storage is S3; give it, or set Cms:Media:Storage to Disk.";
        }

        if (s3.Endpoint.Length > 0
            && !(Uri.TryCreate(s3.Endpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"))
        {
            yield return $"Cms:Media:S3:Endpoint '{s3.Endpoint}' is no address; give one such as https://s3.example.cn, or nothing for Amazon's own.";
        }

        if (s3.Endpoint.Length == 0 && string.IsNullOrWhiteSpace(s3.Region))
        {
            yield return "Cms:Media:S3:Region is empty; give one such as cn-north-1, or an Endpoint.";
        }

        if (s3.CacheMegabytes < 256)
        {
            yield return $"Cms:Media:S3:CacheMegabytes is {s3.CacheMegabytes}; give at least 256, room for the largest file.";
        }
    }
}
