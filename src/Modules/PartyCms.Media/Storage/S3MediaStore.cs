using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace PartyCms.Media.Storage;

/// <summary>
/// Files in a bucket of an S3-compatible service. What is read is copied to this machine first and served from there, so
/// that parts of a file, pictures' smaller variants and fast repeated reading work as they do on disk.
/// </summary>
internal sealed class S3MediaStore : IMediaStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly MediaCache _cache;
    private readonly string _bucket;

    public S3MediaStore(IOptions<MediaOptions> options, MediaCache cache)
    {
        var s3 = options.Value.S3;
        var config = new AmazonS3Config
        {
            AuthenticationRegion = s3.Region,
            ForcePathStyle = s3.ForcePathStyle,
            Timeout = TimeSpan.FromMinutes(5),
            MaxErrorRetry = 3,

            // Services other than Amazon's own know the newer checksums only in part.
            RequestChecksumCalculation = Amazon.Runtime.RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = Amazon.Runtime.ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (s3.Endpoint.Length > 0)
        {
            config.ServiceURL = s3.Endpoint;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(s3.Region);
        }

        _client = new AmazonS3Client(s3.AccessKey, s3.SecretKey, config);
        _cache = cache;
        _bucket = s3.Bucket;
    }

    /// <inheritdoc />
    public Task PutAsync(string key, string location, string contentType, CancellationToken cancellationToken) =>
        _client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = _bucket,
                Key = key,
                FilePath = location,
                ContentType = contentType,

                // Some services store the signatures between the chunks along with the file.
                UseChunkEncoding = false,
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> ContainsAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await _client.GetObjectMetadataAsync(_bucket, key, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task<string?> LocateAsync(string key, CancellationToken cancellationToken) => _cache.GetAsync(key, FetchAsync, cancellationToken);

    /// <inheritdoc />
    public async Task DeleteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            await _client.DeleteObjectAsync(_bucket, key, cancellationToken);
            _cache.Drop(key);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<bool> FetchAsync(string key, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await _client.GetObjectAsync(_bucket, key, cancellationToken);
            await found.ResponseStream.CopyToAsync(target, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }
}
