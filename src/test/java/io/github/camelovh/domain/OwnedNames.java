// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The names of a sandbox's account. */
public final class OwnedNames {
    private OwnedNames() {}

    /** All of them, by one call. */
    public static List<String> at(URI baseUrl) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/domain"))
                .header("Authorization", "Bearer " + OvhSandbox.ACCESS_TOKEN)
                .build();
        String names = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readerForListOf(String.class).readValue(names);
    }
}
