using System.Text.Json.Nodes;

namespace PartyCms.IntegrationTests.Orchard;

/// <summary>A small blog of our own in the form clients of Orchard Core know: posts in a list, with permalinks, tags and categories.</summary>
internal static class BlogRecipe
{
    public const string BlogId = "4b1ogv9xq3t0c8s5b1d7e6fwh0";

    public const string PostId = "4p0st29xq3t0c8s5b1d7e6fwh1";

    public const string TagsId = "4tags29xq3t0c8s5b1d7e6fwh2";

    public const string TermOneId = "4term19xq3t0c8s5b1d7e6fwh3";

    public const string TermTwoId = "4term29xq3t0c8s5b1d7e6fwh4";

    public static JsonObject Read() => JsonNode.Parse(Text)!.AsObject();

    private const string Text = """
        {
          "name": "VillageBlog", "displayName": "Village blog",
          "steps": [
            {
              "name": "ContentDefinition",
              "ContentTypes": [
                {
                  "Name": "Blog", "DisplayName": "Blog",
                  "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true, "Versionable": true, "Listable": true } },
                  "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" } } },
                    { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "ContentTypePartSettings": { "Position": "1" },
                      "AutoroutePartSettings": { "AllowCustomPath": true, "Pattern": "{{ Model.ContentItem | display_text | slugify }}" } } },
                    { "PartName": "ListPart", "Name": "ListPart", "Settings": { "ContentTypePartSettings": { "Position": "2" },
                      "ListPartSettings": { "PageSize": 10, "ContainedContentTypes": ["BlogPost"] } } }
                  ]
                },
                {
                  "Name": "BlogPost", "DisplayName": "Blog post",
                  "Settings": { "ContentTypeSettings": { "Draftable": true, "Versionable": true } },
                  "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" } } },
                    { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "ContentTypePartSettings": { "Position": "1" },
                      "AutoroutePartSettings": { "AllowCustomPath": true,
                        "Pattern": "{{ Model.ContentItem | container | display_text | slugify }}/{{ Model.ContentItem | display_text | slugify }}" } } },
                    { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": { "ContentTypePartSettings": { "Position": "2" } } },
                    { "PartName": "BlogPost", "Name": "BlogPost", "Settings": { "ContentTypePartSettings": { "Position": "3" } } }
                  ]
                }
              ],
              "ContentParts": [
                {
                  "Name": "BlogPost", "Settings": {},
                  "ContentPartFieldDefinitionRecords": [
                    { "FieldName": "TextField", "Name": "Subtitle", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Subtitle", "Position": "0" } } },
                    { "FieldName": "TaxonomyField", "Name": "Tags", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Tags", "Position": "1" },
                      "TaxonomyFieldSettings": { "TaxonomyContentItemId": "4tags29xq3t0c8s5b1d7e6fwh2" } } }
                  ]
                }
              ]
            },
            {
              "name": "content",
              "Data": [
                { "ContentItemId": "4tags29xq3t0c8s5b1d7e6fwh2", "ContentItemVersionId": "4tagsv9xq3t0c8s5b1d7e6fwh2", "ContentType": "Taxonomy",
                  "DisplayText": "Tags", "Latest": true, "Published": true, "TitlePart": { "Title": "Tags" },
                  "AliasPart": { "Alias": "tags" }, "AutoroutePart": { "Path": "tags" },
                  "TaxonomyPart": { "TermContentType": "Tag", "Terms": [
                    { "ContentItemId": "4term19xq3t0c8s5b1d7e6fwh3", "ContentType": "Tag", "DisplayText": "Earth", "TitlePart": { "Title": "Earth" } },
                    { "ContentItemId": "4term29xq3t0c8s5b1d7e6fwh4", "ContentType": "Tag", "DisplayText": "Space", "TitlePart": { "Title": "Space" } } ] } },
                { "ContentItemId": "4b1ogv9xq3t0c8s5b1d7e6fwh0", "ContentItemVersionId": "4b1ogvvxq3t0c8s5b1d7e6fwh0", "ContentType": "Blog",
                  "DisplayText": "Blog", "Latest": true, "Published": true, "TitlePart": { "Title": "Blog" },
                  "AutoroutePart": { "Path": "blog" }, "ListPart": {} },
                { "ContentItemId": "4p0st29xq3t0c8s5b1d7e6fwh1", "ContentItemVersionId": "4p0stv9xq3t0c8s5b1d7e6fwh1", "ContentType": "BlogPost",
                  "DisplayText": "First steps of a village blog", "Latest": true, "Published": true,
                  "TitlePart": { "Title": "First steps of a village blog" }, "AutoroutePart": { "Path": "blog/post-1" },
                  "MarkdownBodyPart": { "Markdown": "A paragraph about **learning** together." },
                  "BlogPost": { "Subtitle": { "Text": "Small steps count" },
                    "Tags": { "TaxonomyContentItemId": "4tags29xq3t0c8s5b1d7e6fwh2", "TermContentItemIds": ["4term19xq3t0c8s5b1d7e6fwh3", "4term29xq3t0c8s5b1d7e6fwh4"], "TagNames": ["Earth", "Space"] } },
                  "ContainedPart": { "ListContentItemId": "4b1ogv9xq3t0c8s5b1d7e6fwh0", "Order": 0 } }
              ]
            }
          ]
        }
        """;
}
