using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Contracts;

/// <summary>What a module holds about one member, for the copy that the member takes away (PIPL, article 45).</summary>
public interface IPersonalDataSource
{
    /// <summary>Property of the copy, such as <c>WeChat</c>.</summary>
    string Name { get; }

    /// <summary>All of it, as it is to stand in the copy; null for nothing.</summary>
    Task<object?> ReadAsync(MemberInfo member, CancellationToken cancellationToken);
}
