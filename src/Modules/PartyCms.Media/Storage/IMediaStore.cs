namespace PartyCms.Media.Storage;

/// <summary>
/// Keeps the bytes of files under keys such as <c>2026/09/0f…c4.jpg</c>. What stands under a key never changes, and a key
/// is there only when all of its bytes are.
/// </summary>
internal interface IMediaStore
{
    /// <summary>Keeps a copy of a finished local file; replaces what stood there.</summary>
    Task PutAsync(string key, string location, string contentType, CancellationToken cancellationToken);

    /// <summary>Whether something stands under a key.</summary>
    Task<bool> ContainsAsync(string key, CancellationToken cancellationToken);

    /// <summary>Where this machine can read the bytes of a key, fetched first where need be; null where there is none.</summary>
    Task<string?> LocateAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes keys; one that is already gone is fine.</summary>
    Task DeleteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
