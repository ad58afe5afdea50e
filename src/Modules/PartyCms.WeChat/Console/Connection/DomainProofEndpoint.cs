using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>Shows WeChat the file that it gave for the proof of the domain.</summary>
internal static class DomainProofEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"/{DomainProof.Prefix}{{name}}{DomainProof.Suffix}", ShowAsync).WithName("ShowWeChatDomainProof")
            .AllowAnonymous().ExcludeFromDescription();

    private static async Task<Results<ContentHttpResult, NotFound>> ShowAsync(
        string name, DomainProofs proofs, CancellationToken cancellationToken) =>
        await proofs.FindAsync(cancellationToken) is { } proof && proof.Name == name
            ? TypedResults.Text(proof.Text, "text/plain")
            : TypedResults.NotFound();
}
